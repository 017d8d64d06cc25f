/**
 * What kind of text a document is, so that mixed files can be sorted.
 *
 *   > 日露外相会談後の共同記者会見    press conference: the last word of the title says it
 *     　　　　　　　　＾＾＾＾＾＾
 * 1 Words of the title say it; a title that looks ahead (大統領が来月訪日へ) is an announcement, whatever earlier talks it recalls.
 * 2 Where they say an account of talks, or nothing, lines may say better: 【中央新報 沢渡記者】.
 * 3 A text in which talks are told is an account of them, whatever looser words its title has. 4 What is left is another kind.
 */
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner } from '../language/scan.ts';
import { isAccount } from '../record/kinds.ts';
import type { DocumentKind, Known, Talks } from '../record/reading.ts';
import { folded } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Outline, Passage } from './outline.ts';
import type { Stage } from './stage.ts';
import { noneFound, type TalksFound } from './talks/found.ts';

/** What a title may say although talks are told in the text: of these the talks are no more than the occasion. */
const FIRM: readonly DocumentKind[] = ['joint-statement', 'press-conference', 'transcript'];
/** The rule of a title that looks ahead. */
const COMING = 'kinds/coming';
/** Without a title, or above it, the first line of all stands for one, and without it the first of the text, if they are no longer. */
const TITLE = 200;
/** So much of the beginning may tell of what is to come, and so many lines are looked at. */
const BEGINNING = 600;
const LINES = 400;
/** Where there is no title, so many short lines at the head may hold it: the house, the section, what it is. */
const HEAD = 3;
const SHORT = 120;
/** A window's title goes on behind this with the name of the house. */
const HOUSE = /\s[|\uff5c]\s/u;
/** A row of the house's sections begins with it. */
const ROW = /^\s*[|\uff5c]/u;

const knownOf = compiled((knowledge: Section<'kinds'>) => {
  // A title may be in capitals as a whole.
  const terms = (of: Partial<Record<DocumentKind, readonly string[]>>) =>
    Object.entries(of).flatMap(([kind, words]) =>
      [...new Set((words ?? []).flatMap((word) => [word, word.toUpperCase()]))].map((word): [string, DocumentKind] => [word, kind as DocumentKind]),
    );
  const signs = (words: readonly string[]) => makeScanner(words.map((word): [string, true] => [word, true]));
  return {
    titles: makeScanner(terms(knowledge.titles)),
    ends: terms(knowledge.ends).map(([word, kind]) => [folded(word), kind] as const),
    coming: signs(knowledge.coming),
    ahead: signs(knowledge.ahead),
    behind: signs(knowledge.behind),
    bound: knowledge.bound,
    goesOn: knowledge.goesOn.map(folded),
    lines: Object.entries(knowledge.lines).flatMap(([kind, groups]) =>
      (groups ?? []).map(({ signs: of, within, least }) => ({
        kind: kind as DocumentKind,
        signs: signs(of),
        within,
        least,
      })),
    ),
    speaker: knowledge.spoken && new RegExp(`^\\p{Lu}[\\p{Lu}\\p{M}.'\u2019 -]{2,40}${knowledge.spoken.sign}`, 'u'),
    knowledge,
  };
});
type Knowledge = ReturnType<typeof knownOf>;

/** @returns the kind with the words that say it; undefined where nothing is written, or no language knows. */
export function findKind(
  text: string,
  outline: Outline,
  title: Known<string> | undefined,
  talks: readonly Talks[],
  pack: Pack,
): Known<DocumentKind> | undefined {
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
  const byLines = inLines(text, outline.passages, known);
  // An opening that gives the outline of talks (…ところ、概要は以下のとおり) is stronger than a word of the title.
  const told = talks.length > 0 && (byLines?.value === 'readout' || lines.some((span) => besideTalks(text, span, known)));
  if (byTitle && !told && (FIRM.includes(byTitle.value) || byTitle.rule === COMING)) return byTitle;
  if (byTitle && byTitle.value !== 'readout' && talks.length === 0 && !isPast(byTitle, text, first, known)) return byTitle;
  const news = byLines?.value === 'other';
  // Meeting with President Moe, whose opening words the page gives in full: an account of the talks all the same
  if (byTitle?.value === 'readout' && byLines?.value === 'transcript' && talks.some(({ parties }) => parties.length > 1)) return byTitle;
  if (byLines && !news && (FIRM.includes(byLines.value) || talks.length === 0)) return byLines;
  const start = first?.span[0] ?? line?.[0];
  if (talks.length > 0 && byTitle?.value === 'readout') return byTitle;
  if (talks.length > 0 && first)
    return { value: 'readout', basis: 'inferred', span: spanOf(talks[0]?.date?.span ?? first.span), rule: 'kinds/talks' };
  if (start === undefined) return undefined;
  const [ahead] = wholeIn(known.ahead, text, [line?.[0] ?? start, Math.min(text.length, start + BEGINNING)]);
  if (ahead) return { value: 'schedule', basis: 'inferred', span: [ahead.start, ahead.end], rule: 'kinds/ahead' };
  return (
    (news ? byLines : byTitle?.value === 'readout' ? byTitle : undefined) ?? {
      value: 'other',
      basis: 'inferred',
      span: spanOf(line ?? (first as Passage).span),
      rule: 'kinds/none',
    }
  );
}

/** The title and what stands above it; without one the lines of the head that may be it. */
function headOf(text: string, { nodes, passages }: Outline, title: Known<string> | undefined, known: Knowledge): Span[] {
  const top = nodes[0]?.span;
  if (title) return [wholeTitle(text, title.span, known), ...(top && top[0] < title.span[0] && top[1] - top[0] <= TITLE ? [top] : [])];
  const head = [...(top ? [top] : []), ...passages.slice(0, HEAD).map(({ span }) => span)];
  const lines: Span[] = [];
  for (const span of head) {
    if (span[0] < (lines.at(-1)?.[1] ?? 0)) continue;
    // With the first sentence begins the text, and what a sentence speaks of is not what the page is.
    if (endsSentence(text, span) || (lines.length > 0 && span[1] - span[0] > SHORT)) break;
    lines.push(...cutTitle(span, known));
  }
  return lines;
}

/** 日露外相会談及び共同記者会見: where talks are told, the page is an account of them. */
function besideTalks(text: string, [start, end]: Span, { titles, knowledge }: Knowledge): boolean {
  const last = titles.all(text, start, end).findLast(({ value }) => value === 'readout');
  return last !== undefined && knowledge.beside.some((word) => text.startsWith(word, last.end));
}

function endsSentence(text: string, [start, end]: Span): boolean {
  return /[.!?\u3002][\u201d"']*(?:\s*\([^()]{0,40}\))?$/.test(text.slice(start, end).trimEnd());
}

/** Where the words do not go on in small letters: "to meet", not "to meetings". */
function wholeIn(words: Knowledge['ahead'], text: string, [start, end]: Span) {
  return words.all(text, start, end).filter((found) => !/^\p{Ll}/u.test(text.slice(found.end, found.end + 1)));
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

/** A title with the lines in which it goes on. */
function wholeTitle(text: string, [start, end]: Span, { goesOn }: Knowledge): Span {
  let to = end;
  while (to - start < TITLE && goesOn.some((word) => folded(text.slice(start, to)).trimEnd().endsWith(word))) {
    const next = /^[^\S\n]*\n\s*[^\n]{1,120}/.exec(text.slice(to, to + TITLE))?.[0];
    if (!next) break;
    to += next.trimEnd().length;
  }
  return [start, to];
}

/** A first line in the place of a title: of a longer one the beginning, where titles say first what they are. */
function cutTitle([start, end]: Span, { knowledge }: Knowledge): Span[] {
  if (end - start <= TITLE) return [[start, end]];
  return knowledge.head === 'first' ? [[start, start + TITLE]] : [];
}

/** The kind that a title alone says, as in a list of links; undefined where it says none. */
export function kindOfTitle(title: string, pack: Pack): DocumentKind | undefined {
  return pack.kinds && inTitle(title, [0, title.length], knownOf(pack.kinds))?.value;
}

function inTitle(text: string, [start, whole]: Span, { titles, ends, coming, bound, knowledge }: Knowledge): Known<DocumentKind> | undefined {
  const house = HOUSE.exec(text.slice(start, whole));
  const end = house && !ROW.test(text.slice(start, whole)) ? start + house.index : whole;
  const bare = folded(text.slice(start, end))
    .replace(/(?:\s*[([\u3010\uff3b][^()[\]\u3010\u3011]{0,40}[)\]\u3011])+\s*$/u, '')
    .trimEnd();
  const words = titles
    .all(text, start, end)
    .map((found) => ({ kind: found.value, span: [found.start, found.end] as [number, number], rule: 'kinds/title' }));
  const within = ([from, to]: Span) => words.some(({ span }) => span[0] <= from && to <= span[1]);
  for (const { start: from, end: to } of wholeIn(coming, text, [start, end]))
    if (!within([from, to])) words.push({ kind: 'schedule', span: [from, to], rule: COMING });
  const tail = ends.find(([word]) => bare.endsWith(word));
  if (tail) {
    const to = start + bare.length;
    const span: [number, number] = [to - tail[0].length, to];
    // An end stands in its place among the words, but not inside a longer one.
    if (!within(span)) words.push({ kind: tail[1], span, rule: 'kinds/end' });
  }
  words.sort((a, b) => a.span[0] - b.span[0]);
  const said = words.filter(({ kind }) => !words.some((other) => knowledge.yields[kind]?.includes(other.kind)));
  const one = knowledge.head === 'last' ? said.at(-1) : said[0];
  // 共同声明が深夜に出た理由: the statement is what the page tells of, not what it is.
  if (one && one.kind !== 'readout' && one.rule !== COMING && bound.some((word) => text.startsWith(word, one.span[1]))) return undefined;
  return one && { value: one.kind, basis: 'stated', span: one.span, rule: one.rule };
}

/** Lines by whose beginnings one sees who speaks, or to whom. */
function inLines(text: string, passages: readonly Passage[], { lines, speaker, knowledge }: Knowledge): Known<DocumentKind> | undefined {
  for (const { kind, signs, within, least } of lines) {
    let count = 0;
    let span: [number, number] | undefined;
    for (const passage of passages.slice(0, LINES)) {
      const [found] = signs.all(text, passage.span[0], Math.min(passage.span[1], passage.span[0] + within));
      if (!found) continue;
      span ??= [found.start, found.end];
      if (++count >= least) return { value: kind, basis: 'inferred', span, rule: 'kinds/lines' };
    }
  }
  if (!speaker) return undefined;
  const spoken = passages.slice(0, LINES).flatMap(({ span: [from, to] }) => {
    const found = speaker.exec(text.slice(from, Math.min(to, from + 60)));
    return found ? [[from, from + found[0].length] as [number, number]] : [];
  });
  return spoken.length >= (knowledge.spoken?.least ?? 0)
    ? { value: 'transcript', basis: 'inferred', span: spoken[0] as [number, number], rule: 'kinds/spoken' }
    : undefined;
}

function spanOf([start, end]: Span): [number, number] {
  return [start, end];
}
