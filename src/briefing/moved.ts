/** Wording that moved: the same side on the same topic, told with another act or another strength than the time before. */
import type { Topic } from '../record/reading.ts';
import type { Line, Section, Side } from './brief.ts';
import { actWords, type Context, contentRuns, dateWords, leftOut, sideName, topicWords } from './context.ts';
import { absent, line, mark, own, small, strong } from './phrase.ts';
import { type Play, type Said, sideIn } from './state-of-play.ts';

export interface Moved {
  readonly topic: Topic;
  readonly side: Side;
  readonly before: Said;
  readonly now: Said;
}

const CELLS = [
  ['joint', 'agreed'],
  ['own', 'own'],
  ['other', 'other'],
] as const;

/** One for each side and topic whose last word differs in act or strength from its last word at earlier talks; each statement once. */
export function findMoved(plays: readonly Play[], { record }: Pick<Context, 'record'>): Moved[] {
  const shown = new Set<string>();
  return plays.flatMap(({ topics, ...cells }) =>
    CELLS.flatMap(([side, cell]): Moved[] => {
      const now = cells[cell];
      const topic = topics[0] as Topic;
      if (!now || shown.has(now.statement.id)) return [];
      const before = lastBefore(now, side, topic, record.talks, record);
      if (!before || (before.statement.act === now.statement.act && before.statement.strength === now.statement.strength)) return [];
      shown.add(now.statement.id);
      return [{ topic, side, before, now }];
    }),
  );
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

export function moved(plays: readonly Play[], context: Context): Section {
  const { voice, keep } = context;
  const all = findMoved(plays, context);
  const shown = all.slice(0, keep.moved);
  const left = leftOut(all.length, shown.length, voice);
  return {
    id: 'moved',
    title: voice.label('briefMoved'),
    note: [voice.label('briefMovedNote'), left].filter(Boolean).join(' · '),
    blocks:
      shown.length === 0
        ? [{ kind: 'list', numbered: false, lines: [absent(voice.label('briefNothingMoved'))] }]
        : [
            {
              kind: 'table',
              caption: voice.label('briefMoved'),
              columns: [
                { head: voice.label('briefTopic'), share: 0.2 },
                { head: voice.label('briefWas'), share: 0.4 },
                { head: voice.label('briefIs'), share: 0.4 },
              ],
              groups: shown.map(({ topic, side, before, now }) => ({
                head: [line(strong(topicWords(topic, voice))), line(mark(side), own(sideName(side, context)))],
                rows: [[cellOf(before, context), cellOf(now, context)]],
              })),
            },
          ],
  };
}

function cellOf({ talks, statement }: Said, context: Context): Line {
  return line(
    small(`${dateWords(talks.date, context.voice)} `),
    strong(`${actWords(statement, context)} `),
    ...contentRuns(talks, statement, context, 64),
  );
}
