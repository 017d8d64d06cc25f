/** Steps in the life of a treaty that are promised: its signature, its entry into force and what leads to it. */
import { isComma } from '../../language/abilities/head-final.ts';
import { type Grade, gradeOf, type Item, isLetter, nameBefore } from './items.ts';
import { others, type Promised, promised } from './promised.ts';

/** The name of the treaty stands at most this far before the step, in units. */
const REACH = 16;
/** Between two steps of a row stands no more than a name, in units. */
const NAMED = 40;

export function findSteps(item: Item): Promised[] {
  const { text, span, words, statement, speakers, talks } = item;
  const to = statement.mode === 'one' && !item.settled ? others(speakers, talks) : speakers;
  const result: Promised[] = [];
  const steps = words.steps.all(text, span[0], span[1]);
  const grades: (Grade | undefined)[] = [];
  // 署名、発効に向け: what follows a row of steps is told of each
  for (let n = steps.length - 1; n >= 0; n--) {
    const [step, next] = [steps[n] as (typeof steps)[number], steps[n + 1]];
    const aim = rowAim(item, step.end);
    grades[n] =
      gradeOf(item, step.end) ??
      (next && isJoined(item, step.end, next.start) ? grades[n + 1] : undefined) ??
      (aim === undefined ? undefined : gradeOf(item, aim));
  }
  for (const [n, step] of steps.entries()) {
    const grade = grades[n];
    if (!grade || to.length === 0) continue;
    const kind = step.value === 'signature' ? 'signature' : 'entry-into-force';
    const made = promised(item, {
      kind,
      by: speakers,
      to,
      at: [step.start, step.end],
      grade,
      matter: treatyBefore(text, span[0], step.start),
      rule: step.value,
    });
    // working for it in general, or concluding it some day, can be checked only where a day is told
    if ((grade === 'worked' || step.value === 'agreement') && !made.due) continue;
    result.push(made);
    if (result.length > 1 && result[0]?.kind === kind) result.pop();
  }
  return result;
}

/** Nothing but a comma or a word that joins: 署名、発効, 署名及び発効. */
function isJoined({ text, words }: Item, from: number, to: number): boolean {
  if (to <= from || to - from > NAMED) return false;
  const joint = words.joining.find((word) => text.startsWith(word, from) && from + word.length <= to);
  let i = from + (joint?.length ?? (isComma(text.charCodeAt(from)) ? 1 : 0));
  if (i === from) return false;
  // only the name of the next thing stands between: A協定の署名、B協定の早期発効
  while (i < to && (isLetter(text.charCodeAt(i)) || words.nominal.some((word) => text.startsWith(word, i)))) i++;
  return i === to;
}

/** A協定の早期署名及び共同開発に関する合意に向け: where what is aimed at ends, of which the step is the first. */
function rowAim({ text, span, words }: Item, from: number): number | undefined {
  const joint = words.joining.find((word) => text.startsWith(word, from));
  if (!joint) return undefined;
  for (let i = from + joint.length; i < span[1] && i - from < NAMED; i++) {
    if (isComma(text.charCodeAt(i)) || words.objects.at(text, i, span[1])) return undefined;
    if (words.bridges.at(text, i, span[1])?.value === 'strong') return i;
  }
  return undefined;
}

/** 租税条約の早期署名, 協定に署名 → the letters before the particle. */
function treatyBefore(text: string, from: number, at: number): string {
  for (let i = at; i > from && at - i < REACH; i--) {
    const name = nameBefore(text, from, i);
    if (name.length > 3) return name;
  }
  return '';
}
