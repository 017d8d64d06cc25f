/**
 * Who may be the subject of a verb: persons, offices, sides, pronouns, words for all, and several of them joined.
 *
 *   > The Secretary and Foreign Minister Moe discussed …, and they agreed …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                  ^^^^
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Mention, Speaker, Talks } from '../../record/reading.ts';
import type { ClausesWords, SubjectKind } from './clauses/words.ts';

export interface Subject {
  /** Words, the article before it too. */
  readonly start: number;
  readonly end: number;
  readonly speakers: readonly Speaker[];
  /** Named, a pronoun, a word for all or for the talks. `stranger`: of nobody who met. */
  readonly kind: SubjectKind | 'named' | 'stranger';
  readonly joint: boolean;
  /** A country by its bare name. */
  readonly bare: boolean;
  /** A side by its country: the Russian side. */
  readonly sided?: boolean;
  /** How many are named, where it is more than one and whether or not their sides are known. */
  readonly several?: number;
  /** One of those joined is of nobody knows where. */
  readonly withStranger?: boolean;
  /** The talks, and behind them between whom. */
  readonly between?: boolean;
  /** One of those joined is a pronoun: he and the Foreign Minister. */
  readonly withHe?: boolean;
}

/** @param mentions those of the sentence, in order. */
export function findSubjects(tokens: readonly Token[], mentions: readonly Mention[], talks: Talks, words: ClausesWords): Subject[] {
  const atoms: Subject[] = [];
  let m = 0;
  let title = -1;
  let heading = -2;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    while (m < mentions.length && (mentions[m] as Mention).span[0] < token.start) m++;
    const mention = mentions[m];
    if (mention && mention.span[0] === token.start) {
      let end = i;
      while (end < tokens.length && (tokens[end] as Token).start < mention.span[1]) end++;
      const begin =
        heading === i - 1 && title >= 0
          ? title
          : i > 0 && words.determiners.has((tokens[i - 1] as Token).key) && (tokens[i - 1] as Token).kind === 'word'
            ? i - 1
            : i;
      // Norway's leaders
      const theirs = tokens[end]?.kind === 'possessive' && mention.kind === 'party' ? sideAfter(tokens, end + 1, words) : 0;
      if (theirs > end + 1) {
        atoms.push(atomOf(mention, begin, theirs, true, talks));
        end = theirs;
      } else if (tokens[end]?.kind !== 'possessive' && mention.kind !== 'place') {
        const sided = mention.kind === 'party' || mention.kind === 'organisation' ? sideAfter(tokens, end, words) : end;
        const group = words.behalf.at(tokens, begin - 2, begin) ?? words.behalf.at(tokens, begin - 3, begin);
        if (!group)
          atoms.push(
            words.others.has(mention.text)
              ? othersOf(mention, begin, sided, talks)
              : atomOf(mention, sided > end ? headed(begin) : begin, sided, sided > end, talks),
          );
        end = sided;
      }
      i = Math.max(end, i + 1);
      continue;
    }
    // Ministers Lund and Moe
    const next = mentions[m];
    if (token.cap && words.titled.has(token.key) && next?.kind === 'person' && next.span[0] === tokens[i + 1]?.start) {
      // Foreign Ministers Lund and Moe
      title = i;
      while (tokens[title - 1]?.cap && words.titledFor.has((tokens[title - 1] as Token).key)) title--;
      heading = i;
      i++;
      continue;
    }
    const small = words.determiners.has(token.key) && tokens[i + 1]?.cap === false ? words.alone.at(tokens, i + 1) : undefined;
    const one = small && tokens[small.end]?.kind !== 'possessive' ? heldBy(text(i + 1, small.end), talks) : undefined;
    if (small && one) {
      const span: [number, number] = [(tokens[i + 1] as Token).start, (tokens[small.end - 1] as Token).end];
      const speaker: Speaker = { party: one.party, person: one.name, basis: 'inferred', rule: 'speakers/office', span };
      atoms.push({ start: i, end: small.end, kind: 'named', speakers: [speaker], joint: false, bare: false });
      i = small.end;
      continue;
    }
    const found = words.subjects.at(tokens, i);
    if (found && tokens[found.end]?.kind !== 'possessive') {
      const span: [number, number] = [token.start, (tokens[found.end - 1] as Token).end];
      const speakers =
        found.value === 'joint' || found.value === 'they' ? talks.parties.map((party): Speaker => ({ party, basis: 'stated', span: [...span] })) : [];
      const own = talks.parties[0];
      atoms.push({
        start: i,
        end: found.end,
        kind: found.value,
        speakers: found.value === 'we' && own ? [{ party: own, basis: 'inferred', rule: 'speakers/own-side', span }] : speakers,
        joint: speakers.length > 0,
        bare: false,
      });
      i = found.end;
      continue;
    }
    i++;
  }
  return joined(tokens, atoms, words);

  /** The head of Norwegian diplomacy: from the head on. */
  function headed(begin: number): number {
    const length = [3, 2].find((one) => words.heads.at(tokens, begin - one, begin)?.end === begin);
    return length ? begin - length : begin;
  }

  function text(from: number, to: number): string {
    return tokens
      .slice(from, to)
      .map(({ key }) => key)
      .join(' ');
  }
}

/** The secretary: the one of those who met whose office the words name; of two the publisher's own. */
function heldBy(office: string, { participants, parties }: Talks): Talks['participants'][number] | undefined {
  const held = participants.filter((one) =>
    one.office
      ?.toLowerCase()
      .split(/[\s,]+/)
      .join(' ')
      .includes(office),
  );
  // the publisher may call its own by the office alone, without ever naming them
  if (held.length === 1) return participants.some(({ party }) => party === parties[0]) ? held[0] : undefined;
  return held.find(({ party }) => party === parties[0]);
}

/** the Russian side, U.S. officials. */
function sideAfter(tokens: readonly Token[], at: number, words: ClausesWords): number {
  if (words.side.has(tokens[at]?.key ?? '')) return at + 1;
  return words.side.has(tokens[at + 1]?.key ?? '') && tokens[at]?.kind === 'word' && !words.relative.has((tokens[at] as Token).key) ? at + 2 : at;
}

/** her counterparts: all sides but the own. */
function othersOf({ span }: Mention, start: number, end: number, talks: Talks): Subject {
  const speakers = talks.parties
    .slice(1)
    .map((party): Speaker => ({ party, basis: 'inferred', rule: 'speakers/counterparts', span: [span[0], span[1]] }));
  return { start, end, kind: 'named', speakers, joint: speakers.length > 1, bare: false };
}

function atomOf(mention: Mention, start: number, end: number, sided: boolean, talks: Talks): Subject {
  const { party } = mention;
  const known = party !== undefined && talks.parties.includes(party);
  const speaker: Speaker | undefined = known
    ? { party, ...(mention.kind === 'person' && mention.name && { person: mention.name }), basis: 'stated', span: [mention.span[0], mention.span[1]] }
    : undefined;
  return {
    start,
    end,
    kind: speaker ? 'named' : 'stranger',
    speakers: speaker ? [speaker] : [],
    joint: false,
    bare: (mention.kind === 'party' || mention.kind === 'organisation') && !sided,
    sided,
  };
}

/** A, B and C: one subject of several. */
function joined(tokens: readonly Token[], atoms: readonly Subject[], words: ClausesWords): Subject[] {
  const result: Subject[] = [];
  atoms.forEach((atom, k) => {
    const before = result.at(-1);
    const link = before && joins(tokens, before, atom) ? between(tokens, before.end, atom.start, words) : undefined;
    // the talks between the two sides, between Norway and Chile
    const opened = before?.kind === 'talks' && atom.start === before.end + 1 && words.between.has(tokens[before.end]?.key ?? '');
    if (before && (opened || (before.between && between(tokens, before.end, atom.start, words) === 'and'))) {
      result[result.length - 1] = { ...before, end: atom.end, between: true };
      return;
    }
    // In a call with A, B noted: a comma joins only where "and" follows it
    if (before && (link === 'and' || (link === 'comma' && listGoesOn(k)))) {
      const speakers = [...before.speakers, ...atom.speakers.filter(({ party }) => !before.speakers.some((one) => one.party === party))];
      const withHe = before.kind === 'he' || before.withHe === true;
      const kind = speakers.length === 0 ? 'stranger' : before.kind === 'he' && atom.kind === 'he' ? 'he' : 'named';
      result[result.length - 1] = {
        start: before.start,
        end: atom.end,
        kind,
        speakers,
        joint: speakers.length > 1 || withHe,
        bare: before.bare && atom.bare,
        several: (before.several ?? 1) + 1,
        withStranger: before.withStranger === true || before.kind === 'stranger' || atom.kind === 'stranger',
        ...(withHe && { withHe }),
      };
      // the parts may be subjects by themselves: "… and Norway, and the Secretary noted"
      result.push(atom);
      const last = result.pop() as Subject;
      parts.set(result[result.length - 1] as Subject, last);
      return;
    }
    result.push(atom);
  });
  return result;

  function listGoesOn(from: number): boolean {
    for (let k = from; k + 1 < atoms.length; k++) {
      const link = between(tokens, (atoms[k] as Subject).end, (atoms[k + 1] as Subject).start, words);
      if (link !== 'comma') return link === 'and';
    }
    return false;
  }
}

/** Persons join persons and sides sides: "on Iran, and the Secretary" are two. */
function joins(tokens: readonly Token[], before: Subject, atom: Subject): boolean {
  if (atom.kind !== 'named' && atom.kind !== 'stranger') return false;
  if (before.kind === 'he') return atom.kind === 'named';
  if (before.kind !== 'named' && before.kind !== 'stranger') return false;
  // the American and Norwegian sides
  return before.bare === atom.bare || (before.bare && atom.sided === true && tokens[atom.start]?.cap === true);
}

/** The last of several that were joined. */
export const parts = new WeakMap<Subject, Subject>();

function between(tokens: readonly Token[], from: number, to: number, words: ClausesWords): 'and' | 'comma' | undefined {
  if (to - from < 1 || to - from > 3) return undefined;
  let at = from;
  if (tokens[at]?.key === ',') at++;
  const and = words.subjectAnd.at(tokens, at, to);
  if (and) at = and.end;
  else if (at === from) return undefined;
  return at === to ? (and ? 'and' : 'comma') : undefined;
}
