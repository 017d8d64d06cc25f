/** Wording that moved: the same side on the same topic, told with another act or another strength than the time before; formulas that are new or missing. */
import { stepBetween } from '../comparison/ladder.ts';
import type { Topic } from '../record/reading.ts';
import type { Block, Line, Section, Side } from './brief.ts';
import { actWords, type Context, contentRuns, leftOut, sideName, titleOf, topicWords, whenMet } from './context.ts';
import { once } from './once.ts';
import { absent, line, mark, own, small, strong } from './phrase.ts';
import type { BriefRecord, BriefStatement, Formula } from './record.ts';
import { type Play, type Said, sideIn } from './state-of-play.ts';

export interface Moved {
  readonly topic: Topic;
  readonly side: Side;
  /** By a ladder of acts or, with one act, the strength of the verb; otherwise only told otherwise. */
  readonly how: 'softened' | 'hardened' | 'reworded';
  readonly before: Said;
  readonly now: Said;
}

const CELLS = [
  ['joint', 'agreed'],
  ['own', 'own'],
  ['other', 'other'],
] as const;

/** One for each side and topic whose last word differs in act or strength from its last word at earlier talks; each statement once. */
export function findMoved(plays: readonly Play[], record: BriefRecord): Moved[] {
  const shown = new Set<string>();
  return plays.flatMap(({ topics, ...cells }) =>
    CELLS.flatMap(([side, cell]): Moved[] => {
      const now = cells[cell];
      const topic = topics[0] as Topic;
      if (!now || shown.has(now.statement.id)) return [];
      const before = lastBefore(now, side, topic, record.talks, record);
      if (!before || (before.statement.act === now.statement.act && before.statement.strength === now.statement.strength)) return [];
      shown.add(now.statement.id);
      return [{ topic, side, how: howMoved(side, before.statement, now.statement), before, now }];
    }),
  );
}

/** How much two sides are of one mind is no measure of what one of them holds. */
function howMoved(side: Side, before: BriefStatement, now: BriefStatement): Moved['how'] {
  const found = before.act === now.act ? undefined : stepBetween(before.act, now.act);
  const step = found?.ladder === 'accord' && side !== 'joint' ? undefined : found;
  const way = step ? Math.sign(step.now - step.was) : 0;
  const strength = Math.sign(now.strength - before.strength);
  // A ladder and a strength that point apart say nothing together.
  const sum = before.act === now.act ? strength : way !== 0 && way * strength >= 0 ? way : 0;
  return sum > 0 ? 'hardened' : sum < 0 ? 'softened' : 'reworded';
}

function lastBefore(now: Said, side: Side, topic: Topic, talks: Context['record']['talks'], record: Context['record']): Said | undefined {
  for (const each of talks.slice(talks.indexOf(now.talks) + 1)) {
    const found = each.statements.findLast((statement) => {
      const of = sideIn(statement, record);
      return statement.topics.includes(topic) && (of === side || (side === 'joint' && of === 'each')) && statement.act !== 'exchange';
    });
    if (found) return { talks: each, statement: found };
  }
  return undefined;
}

const allMoved = once((record: BriefRecord) => once((plays: readonly Play[]) => findMoved(plays, record)));

export function moved(plays: readonly Play[], context: Context): Section {
  const { voice, keep, record } = context;
  const all = allMoved(record)(plays);
  const shown = all.slice(0, keep.moved);
  const formulas = record.formulas.slice(0, Math.ceil(keep.moved / 2));
  const left = leftOut(all.length + record.formulas.length, shown.length + formulas.length, voice);
  const blocks: Block[] = [];
  if (shown.length > 0)
    blocks.push({
      kind: 'table',
      caption: voice.label('briefMoved'),
      columns: [
        { head: voice.label('briefTopic'), share: 0.2 },
        { head: voice.label('briefWas'), share: 0.4 },
        { head: voice.label('briefIs'), share: 0.4 },
      ],
      groups: shown.map(({ topic, side, how, before, now }) => ({
        head: [line(strong(topicWords(topic, voice))), line(mark(side), own(sideName(side, context)), small(` ${voice.label(HOW[how])}`))],
        rows: [[cellOf(before, context), cellOf(now, context)]],
      })),
    });
  if (formulas.length > 0) blocks.push({ kind: 'list', numbered: false, lines: formulas.map((formula) => formulaLine(formula, context)) });
  if (blocks.length === 0) blocks.push({ kind: 'list', numbered: false, lines: [absent(voice.label('briefNothingMoved'))] });
  return { id: 'moved', title: titleOf('moved', voice), note: [voice.label('briefMovedNote'), left].filter(Boolean).join(' · '), blocks };
}

const HOW = { softened: 'changeSoftened', hardened: 'changeHardened', reworded: 'briefReworded' } as const;
const FORMULA = { missing: 'briefFormulaMissing', new: 'briefFormulaNew', back: 'briefFormulaBack' } as const;

function formulaLine(formula: Formula, { register, voice }: Context): Line {
  const { words, language, first, last, talks, of, state, n, without } = formula;
  return line(
    strong(`${voice.label('briefFormula')} `),
    { kind: 'quote', words, language },
    own(` ${voice.label('briefFormulaUse', { n: talks, all: of })} `),
    own(voice.label(FORMULA[state], { n: n ?? 0 })),
    register.cite(first, last, ...(without ? [without] : [])),
  );
}

function cellOf({ talks, statement }: Said, context: Context): Line {
  return line(
    whenMet(talks, context, { small: true }),
    own(' '),
    strong(`${actWords(statement, context)} `),
    ...contentRuns(talks, statement, context, 64),
  );
}
