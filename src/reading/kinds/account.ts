/**
 * Whether a text is an account of talks: what speaks for it and what against, weighed.
 *
 * 1 A title that names talks is not enough, nor are talks that are found: the opening must tell that they met, or most of the
 * text be told as said there, or both must be there. 2 What was said to the press, or asks, urges, or speaks of its writer
 * needs the more. 3 With a title, with talks, and told for the most part as said there, it is one, whatever else it holds.
 */
import type { Statement, Talks } from '../../record/reading.ts';
import { folded } from '../../text/fold.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Sentence } from '../sentences.ts';
import type { Knowledge } from './knowledge.ts';

/** How much each piece of evidence weighs; an account has ENOUGH of it. */
const TALKS = 2;
const TITLED = 2;
const MOSTLY_TOLD = 3;
const HARDLY_TOLD = -1;
const MET = 1;
const AGENCY = -1;
const AHEAD = -1;
const TO_THE_PRESS = -4;
/** The same where both went before the press together, of a text that tells for the most part what was said at talks. */
const ALSO_TO_THE_PRESS = -2;
const MANNER = -3;
const ENOUGH = 3;
const CERTAIN = TALKS + TITLED + MOSTLY_TOLD;
/** Of the text, measured in signs: from this part on most of it is told as said, below that one hardly anything of a longer one. */
const MUCH = 0.3;
const LITTLE = 0.1;
const LONGER = 6;
/** Of the sentences: from this part on the text is of the manner. */
const FROM = { asks: 0.15, speaks: 0.25, urges: 0.3 } as const;
/** Of a text that tells what was said so many sentences at least. */
const AGAIN = 2;
/** So many sentences show the manner of a text, and so much of its beginning is its opening, and of that the first words. */
const SHOWN = 200;
const OPENING = 600;
const FIRST = 300;
/** Passages that name and frame the page. */
const FRAME: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);

export type Manner = keyof typeof FROM;

export interface Evidence {
  readonly account: boolean;
  /** With a title, with talks, and told for the most part as said there, more than one thing. */
  readonly certain?: boolean;
  /** What speaks so much against it that it is none. */
  readonly against?: { readonly manner: Manner; readonly span: Span };
}

export interface Weighed {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly talks: readonly Talks[];
  readonly statements: readonly Statement[];
  /** The title, where it names talks. */
  readonly titled?: Span | undefined;
  /** The title, whatever it names, or the line that may be one. */
  readonly head?: Span | undefined;
  /** Whether an agency signs it. */
  readonly agency: boolean;
}

export function weigh({ text, sentences, talks, statements, titled, head, agency }: Weighed, known: Knowledge): Evidence {
  const body = sentences.filter(({ passage }) => !FRAME.has(passage.kind));
  const told = toldOf(body, statements);
  const share = partOf(body, told);
  const mostly = share >= MUCH;
  const sum = (talks.length > 0 ? TALKS : 0) + (titled ? TITLED : 0) + (mostly ? MOSTLY_TOLD : 0);
  if (sum >= CERTAIN) return { account: true, certain: statements.length > 1 };
  const hardly = statements.length > 0 && share < LITTLE && body.length >= LONGER;
  const { met, says, visits, ahead, press, jointly } = openingOf(text, body, head, known);
  // 東山大臣は10日、某長官と会談し、…で合意した。会談後の記者会見で…と述べた: what was said there is told first
  const beside = talks.length > 0 && mostly && (jointly || isToldBefore(body, statements, press));
  const without =
    sum +
    (hardly && !says ? HARDLY_TOLD : 0) +
    (met || (visits && (statements.length > 0 || talks.some(isDated))) ? MET : 0) +
    (press === undefined ? 0 : beside ? ALSO_TO_THE_PRESS : TO_THE_PRESS) +
    (agency && share === 0 ? AGENCY : 0) +
    (ahead && share === 0 ? AHEAD : 0);
  const against = without < ENOUGH ? undefined : mannerOf(text, body, told, share >= LITTLE ? AGAIN : 1, known);
  return { account: without + (against ? MANNER : 0) >= ENOUGH, ...(against && { against }) };
}

/** 大臣の訪問 / 15日 首相表敬: talks of a day, on the page of a visit that tells no more of them. */
function isDated({ date }: Talks): boolean {
  return date !== undefined;
}

/** Whether the first sentence holds a statement, and words to the press stand behind it. */
function isToldBefore([first]: readonly Sentence[], statements: readonly Statement[], press: number | undefined): boolean {
  const said = statements[0]?.span;
  return (
    first !== undefined && said !== undefined && press !== undefined && said[0] >= first.span[0] && said[1] <= first.span[1] && first.span[1] <= press
  );
}

/** Which sentences hold a statement. */
function toldOf(body: readonly Sentence[], statements: readonly Statement[]): boolean[] {
  let next = 0;
  return body.map(({ span: [start, end] }) => {
    while (next < statements.length && (statements[next] as Statement).span[0] < start) next++;
    return next < statements.length && (statements[next] as Statement).span[1] <= end;
  });
}

function partOf(body: readonly Sentence[], told: readonly boolean[]): number {
  let [whole, part] = [0, 0];
  for (const [i, { span }] of body.entries()) {
    whole += span[1] - span[0];
    if (told[i]) part += span[1] - span[0];
  }
  return whole === 0 ? 0 : part / whole;
}

/** What the opening tells: that they met (the title may say so, too, or name a visit), of what is to come, that it was said to the press. */
function openingOf(text: string, body: readonly Sentence[], head: Span | undefined, { met, visits, ahead, press, jointPress }: Knowledge) {
  const start = body[0]?.span[0] ?? text.length;
  const end = Math.min(text.length, start + OPENING);
  const says = head !== undefined && met.has(text, ...head);
  return {
    says,
    met: says || met.has(text, start, end),
    visits: head !== undefined && visits.has(text, ...head),
    ahead: ahead.has(text, start, end),
    press: press.all(text, start, Math.min(end, start + FIRST))[0]?.start,
    jointly: jointPress.has(text, start, Math.min(end, start + FIRST)),
  };
}

/** The manner of what is not told as said at talks. */
function mannerOf(text: string, body: readonly Sentence[], told: readonly boolean[], least: number, known: Knowledge): Evidence['against'] {
  const counts: Record<Manner, number> = { asks: 0, speaks: 0, urges: 0 };
  const firsts: Partial<Record<Manner, Span>> = {};
  const shown = Math.min(SHOWN, body.length);
  for (let i = 0; i < shown; i++) {
    if (told[i]) continue;
    const [start, end] = trimmed(text, (body[i] as Sentence).span);
    const note = (manner: Manner) => {
      counts[manner]++;
      firsts[manner] ??= [start, end];
    };
    const tail = folded(text.slice(Math.max(start, end - 12), end));
    if (known.asks.some((word) => tail.endsWith(word))) note('asks');
    if (known.urgesAtEnd.some((word) => tail.endsWith(word)) || known.urges.has(text, start, end)) note('urges');
    if (known.speaks.has(text, start, end)) note('speaks');
  }
  for (const manner of Object.keys(FROM) as Manner[]) {
    const span = firsts[manner];
    if (span && counts[manner] >= least && counts[manner] >= FROM[manner] * shown) return { manner, span };
  }
  return undefined;
}
