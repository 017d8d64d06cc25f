/**
 * Whether a text is an account of talks: what speaks for it and what against, weighed.
 *
 * 1 What was said at talks is enough, unless the rest of the text speaks against it: it asks, it urges, its writer speaks.
 * 2 A title that names talks is not enough, nor are talks at which nothing was said: the opening must tell that they were
 * held, or both must be there. 3 Where most of the text is told as said at talks, the rest hardly counts.
 */
import type { Statement, Talks } from '../../record/reading.ts';
import { folded } from '../../text/fold.ts';
import { type Span, trimmed } from '../../text/span.ts';
import type { Sentence } from '../sentences.ts';
import type { Knowledge } from './knowledge.ts';

/** How much each piece of evidence weighs; an account has ENOUGH of it. */
const SAID = 3;
const NAMED = 2;
const TITLED = 2;
const MET = 1;
const TOLD = 2;
const HARDLY_TOLD = -1;
const AGENCY = -1;
const AHEAD = -1;
const MANNER = -3;
const ENOUGH = 3;
/** Of the text, measured in signs: from this part on most of it is told as said, below that one hardly anything of a longer one. */
const MUCH = 0.3;
const LITTLE = 0.1;
const LONGER = 6;
/** Of the sentences: from this part on the text is of the manner. */
const FROM = { asks: 0.15, speaks: 0.25, urges: 0.3 } as const;
/** Of a text that tells what was said so many sentences at least. */
const AGAIN = 2;
/** So many sentences show the manner of a text, and so much of its beginning is its opening. */
const SHOWN = 200;
const OPENING = 600;
/** Passages that name and frame the page. */
const FRAME: ReadonlySet<string> = new Set(['title', 'dateline', 'heading', 'furniture']);

/** Where it is told what was said, nothing need tell that they met. */
const NOT_LOOKED = { met: false, ahead: false };

export type Manner = keyof typeof FROM;

export interface Evidence {
  readonly account: boolean;
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
  /** Whether an agency signs it. */
  readonly agency: boolean;
}

export function weigh({ text, sentences, talks, statements, titled, agency }: Weighed, known: Knowledge): Evidence {
  const body = sentences.filter(({ passage }) => !FRAME.has(passage.kind));
  const told = toldOf(body, statements);
  const said = statements.length > 0;
  const share = said ? partOf(body, told) : 0;
  const sum = (said ? SAID : talks.length > 0 ? NAMED : 0) + (titled ? TITLED : 0) + (share >= MUCH ? TOLD : 0);
  if (sum >= ENOUGH - MANNER) return { account: true };
  const hardly = said && share < LITTLE && body.length >= LONGER;
  const { met, ahead } = said && !hardly ? NOT_LOOKED : openingOf(text, body, titled, known);
  const without = sum + (met ? MET : 0) + (hardly ? HARDLY_TOLD : 0) + (!said && agency ? AGENCY : 0) + (!said && ahead ? AHEAD : 0);
  const against = without < ENOUGH ? undefined : mannerOf(text, body, told, said ? AGAIN : 1, known);
  return { account: without + (against ? MANNER : 0) >= ENOUGH, ...(against && { against }) };
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

/** Whether the title or the opening tells that they met, and whether the opening tells of what is to come. */
function openingOf(text: string, body: readonly Sentence[], titled: Span | undefined, { met, ahead }: Knowledge) {
  const start = body[0]?.span[0] ?? text.length;
  const end = Math.min(text.length, start + OPENING);
  return { met: met.has(text, start, end) || (titled !== undefined && met.has(text, ...titled)), ahead: ahead.has(text, start, end) };
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
