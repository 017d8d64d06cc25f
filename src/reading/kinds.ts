/**
 * What kind of text a document is, so that mixed files can be sorted.
 *
 * 1 Words of the title say it; a title that looks ahead (大統領が来月訪日へ) is an announcement, whatever earlier talks it recalls.
 * 2 Where they say an account of talks, or nothing, lines may say better: 【中央新報 沢渡記者】.
 * 3 An account of talks shows that it is one: see `kinds/account.ts`. 4 What is left is another kind.
 */
import type { Pack } from '../language/pack.ts';
import { isAccount } from '../record/kinds.ts';
import type { DocumentKind, Known, Statement, Talks } from '../record/reading.ts';
import type { Span } from '../text/span.ts';
import { type Evidence, weigh } from './kinds/account.ts';
import { type Knowledge, knownOf } from './kinds/knowledge.ts';
import { inLines } from './kinds/lines.ts';
import { besideTalks, COMING, headOf, inTitle, wholeIn } from './kinds/title.ts';
import type { Outline, Passage } from './outline.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import type { TalksFound } from './talks/found.ts';
import { noneFound } from './talks/issues.ts';

export { kindOfTitle } from './kinds/title.ts';

/** What a title may say although talks are told in the text: of these the talks are no more than the occasion. */
const FIRM: readonly DocumentKind[] = ['joint-statement', 'press-conference', 'transcript'];
/** So much of the beginning may tell of what is to come. */
const BEGINNING = 600;

export interface Page {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  readonly title: Known<string> | undefined;
  /** Talks and statements as they are found, whatever the text may be. */
  readonly talks: readonly Talks[];
  readonly statements: readonly Statement[];
}

/** @returns the kind with the words that say it; undefined where nothing is written, or no language knows. */
export function findKind({ text, outline, sentences, title, talks, statements }: Page, pack: Pack): Known<DocumentKind> | undefined {
  if (!pack.kinds) return undefined;
  const known = knownOf(pack.kinds);
  const [first] = outline.passages;
  const lines = headOf(text, outline, title, known);
  const [line] = lines;
  const said = lines.flatMap((span) => inTitle(text, span, known) ?? []);
  // Above a title stands the house, or a longer title. Of lines without one each may be it, and where no talks are told what
  // stands above the name of some says what the page is: 社説.
  const open = !title || talks.length === 0;
  const byTitle = open ? (said.find((one) => !yieldsTo(one.value, said, known)) ?? said[0]) : said[0];
  const { kind: byLines, firm = false } = inLines(text, outline.passages, known) ?? {};
  // An opening that gives the outline of talks (…ところ、概要は以下のとおり) is stronger than a word of the title.
  const told = talks.length > 0 && (byLines?.value === 'readout' || lines.some((span) => besideTalks(text, span, known)));
  if (byTitle && !told && (FIRM.includes(byTitle.value) || byTitle.rule === COMING)) return byTitle;
  if (byTitle && byTitle.value !== 'readout' && talks.length === 0 && !isPast(byTitle, text, first, known)) return byTitle;
  const news = byLines?.value === 'other' && !firm;
  const titled = byTitle?.value === 'readout' ? byTitle : undefined;
  // Meeting with President Moe, whose opening words the page gives in full: an account of the talks all the same, where it tells what was said
  const opened = titled && byLines?.value === 'transcript' && talks.some(({ parties }) => parties.length > 1) && statements.length > 0;
  const weighed = (): Evidence =>
    weigh({ text, sentences, talks, statements, titled: titled && (line ?? titled.span), head: line, agency: news }, known);
  // What was said at the talks, told to those who ask, is a briefing; what the minister says there of his own is none.
  const briefing = titled && byLines?.value === 'press-conference' ? weighed() : undefined;
  const other = byLines && byLines.value !== 'readout' && !news && !opened && !briefing?.certain;
  if (other && (firm || FIRM.includes(byLines.value) || talks.length === 0)) return byLines;
  const evidence = briefing ?? weighed();
  if (evidence.account || opened) {
    if (titled) return titled;
    const span = talks[0]?.date?.span ?? first?.span;
    if (span) return { value: 'readout', basis: 'inferred', span: spanOf(span), rule: 'kinds/talks' };
  }
  const start = first?.span[0] ?? line?.[0];
  if (start === undefined) return undefined;
  const [ahead] = wholeIn(known.ahead, text, [line?.[0] ?? start, Math.min(text.length, start + BEGINNING)]);
  if (ahead) return { value: 'schedule', basis: 'inferred', span: [ahead.start, ahead.end], rule: 'kinds/ahead' };
  return (news ? byLines : undefined) ?? otherBy(evidence, line ?? (first as Passage).span);
}

/** Another kind, by the manner in which it is written, or by nothing. */
function otherBy({ against }: Evidence, line: Span): Known<DocumentKind> {
  const [rule, span] = against ? [`kinds/${against.manner}`, against.span] : ['kinds/none', line];
  return { value: 'other', basis: 'inferred', span: spanOf(span), rule };
}

function yieldsTo(kind: DocumentKind, others: readonly { value: DocumentKind }[], { knowledge }: Knowledge): boolean {
  return others.some(({ value }) => knowledge.yields[kind]?.includes(value));
}

/** "On the holding of …" announces, unless its first sentences tell it as done. */
function isPast({ value, rule }: Known<DocumentKind>, text: string, first: Passage | undefined, { ahead, behind }: Knowledge): boolean {
  if (value !== 'schedule' || rule !== 'kinds/end' || !first) return false;
  const to = Math.min(text.length, first.span[0] + BEGINNING);
  return behind.all(text, first.span[0], to).length > 0 && wholeIn(ahead, text, [first.span[0], to]).length === 0;
}

/** What is no account of talks holds none: words to the press are not words of a side to the other, and what is to come has not been said. */
export function withinKind(stage: Stage<TalksFound>, kind: DocumentKind | undefined): Stage<TalksFound> {
  if (kind === undefined || isAccount(kind) || stage.value.talks.length === 0) return stage;
  const { titles: _, ...value } = stage.value;
  return { value: { ...value, talks: [], ofPassage: value.ofPassage.map(() => -1) }, issues: [noneFound()] };
}

function spanOf([start, end]: Span): [number, number] {
  return [start, end];
}
