/**
 * Who is to do what was said, where the words inside it name someone.
 *
 *   > ロシア側が輸入制限を撤廃すること
 *     ＾＾＾＾　a side of the talks acts
 *   > 国際機関が資金を拠出すること
 *     ＾＾＾＾　someone else does: nothing is promised here
 */
import { isComma } from '../../language/abilities/head-final.ts';
import { clauseStart, type Item, isLetter } from './items.ts';
import type { Words } from './words.ts';

/** What is done by somebody stands at most this far behind, in units. */
const NEAR = 24;

export type Actor = { readonly party: string } | 'stranger';

/** @param at where the deed begins. @returns undefined where the words name nobody: then the speakers act. Never throws. */
export function actorBefore({ text, mentions, words, span, talks }: Item, at: number): Actor | undefined {
  const told = mentions.findLast(
    ({ party, kind, span: [start, end] }) =>
      (party !== undefined || kind === 'organisation') &&
      start >= span[0] &&
      end <= at &&
      (words.subjects.at(text, end, at) !== undefined || isDoer(text, end, at, words)) &&
      !words.grounds.has(text, end, at) &&
      // 国連が発出したアピールを受け: somebody else acts in a clause that tells of a noun
      ((party !== undefined && talks.parties.includes(party)) || !isRelative(text, end, at, words)),
  );
  const stranger = strangerAt({ text, words, span }, at);
  if (told && told.span[1] + 2 >= stranger)
    return told.party !== undefined && talks.parties.includes(told.party) ? { party: told.party } : 'stranger';
  return stranger > span[0] ? 'stranger' : undefined;
}

/** 日本による｜調査団の派遣: who does what is told as a noun, right before it. */
function isDoer(text: string, from: number, at: number, { doers }: Pick<Words, 'doers'>): boolean {
  const mark = doers.at(text, from, at);
  if (!mark || at - mark.end > NEAR) return false;
  for (let i = mark.end; i < at; i++) if (isComma(text.charCodeAt(i))) return false;
  return true;
}

/** Those bound by a deed: who acts, else who speaks; none where it is someone else's, or another's than the one who speaks of it. */
export function boundBy(item: Item, at: number): string[] {
  const actor = actorBefore(item, at);
  if (!actor) return [...item.speakers];
  if (actor === 'stranger') return [];
  return item.statement.mode === 'one' && !item.speakers.includes(actor.party) ? [] : [actor.party];
}

/**
 * Of two who promise a deed together, the one who does it, where the words tell whose goods or hands it is about: 図書を某国に引き渡す is the
 * other's to do, and so is 某国産牛肉の輸入解禁.
 */
export function doerOf({ text, span, mentions, words, talks, speakers, statement }: Item, at: number, end: number): string | undefined {
  if (speakers.length !== 2 || statement.mode === 'one') return undefined;
  const given = words.outward.all(text, at, end).length > 0;
  const other = mentions.findLast(({ party, kind, span: [start, stop] }) => {
    if (party === undefined || kind !== 'party' || start < span[0] || stop > at || !talks.parties.includes(party)) return false;
    if (!given) return words.origins.at(text, stop, at) !== undefined && words.imports.has(text, stop, at);
    const goal = words.goals.at(text, words.sides.at(text, stop, at)?.end ?? stop, at);
    // 某国にある図書を研究機関に引き渡す: it goes to another
    return goal !== undefined && !words.goals.has(text, goal.end, at);
  })?.party;
  return other && speakers.find((party) => party !== other);
}

/** Where in the clause of the deed somebody acts, after letters: 国際機関が; −1 where nobody does. */
function strangerAt({ text, words, span }: Pick<Item, 'text' | 'words' | 'span'>, at: number): number {
  const found = words.agents.all(text, clauseStart(text, span[0], at), at);
  return (
    found.findLast(
      ({ start, end, value }) => value === 'agent' && start > span[0] && isLetter(text.charCodeAt(start - 1)) && !isRelative(text, end, at, words),
    )?.start ?? -1
  );
}

/** 開発が進められている地区に資金を供与: who acts does so in a clause that tells of the noun behind it. */
function isRelative(text: string, from: number, at: number, { relatives }: Words): boolean {
  return relatives.all(text, from, at).some(({ end }) => end < at && isLetter(text.charCodeAt(end)));
}
