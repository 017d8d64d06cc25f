/** Named deeds with an object: who is to do what for whom. */
import type { Scanner } from '../../language/scan.ts';
import { gradeOf, type Item } from './items.ts';
import { others, type Promised, promised } from './promised.ts';

/** An object stands at most this far before its deed, in units. */
const REACH = 60;

/** @param asked whether a request tells it: then deeds count that are too common elsewhere. */
export function findActions(item: Item, asked = false): Promised[] {
  const { text, span, words, speakers, talks } = item;
  const result: Promised[] = [];
  let from = span[0];
  for (const deed of words.deeds.all(text, span[0], span[1])) {
    const { how, word } = deed.value;
    if (how === 'asked' && !asked) continue;
    const object = objectOf(item, from, deed.start, how === 'dated' ? words.goals : words.marked);
    if (object === undefined || (how === 'beginning' && words.things.all(text, object[0], object[1]).every(({ end }) => end !== object[1]))) continue;
    const grade = gradeOf(item, deed.end);
    if (grade !== 'firm') continue;
    const by = actorBefore(item, deed.start) ?? speakers;
    const to = others(by, talks);
    const matter = `${text.slice(...object).slice(-12)} ${word}`;
    const made = promised(item, {
      kind: 'action',
      by,
      to: to.length > 0 ? to : [...by],
      at: [object[0], deed.end],
      grade,
      matter,
      rule: `action-${how}`,
    });
    if (how === 'dated' && !made.due) continue;
    result.push(made);
    from = deed.end;
  }
  return result;
}

/** The words that end where the object does: before を, before の of a deed told as a noun, or glued to it. */
function objectOf({ text, words }: Item, from: number, deed: number, marks: Scanner<true>): [number, number] | undefined {
  const low = Math.max(from, deed - REACH);
  for (let i = deed - 1; i > low; i--) {
    const found = marks.at(text, i, deed);
    if (found) return [Math.max(low, i - 24), i];
  }
  const nominal = words.nominal.find((word) => text.startsWith(word, deed - word.length) && deed - word.length > low);
  if (nominal) return [Math.max(low, deed - nominal.length - 24), deed - nominal.length];
  return undefined;
}

/** ロシア側が、 inside what was agreed: the one who is to act. */
function actorBefore({ text, mentions, words, span, talks }: Item, deed: number): string[] | undefined {
  const actor = mentions.findLast(
    ({ party, span: [start, end] }) =>
      party !== undefined && talks.parties.includes(party) && start >= span[0] && end <= deed && words.subjects.at(text, end, deed) !== undefined,
  );
  return actor?.party ? [actor.party] : undefined;
}
