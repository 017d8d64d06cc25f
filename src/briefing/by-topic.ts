/** Topic by topic: the last agreed words, each side's last words, and where they were withheld. */
import type { Topic } from '../record/reading.ts';
import type { Line, Section, Side } from './brief.ts';
import { actWords, type Context, contentRuns, dateRun, leftOut, sideName, titleOf, topicWords, whenMet } from './context.ts';
import { line, mark, own, small, strong } from './phrase.ts';
import { LATELY, type Play, type Said } from './state-of-play.ts';

/** @param plays those to show, and @param all how many there are. */
export function byTopic(plays: readonly Play[], context: Context, chosen: boolean): Section {
  const { voice, keep } = context;
  const shown = chosen ? plays : plays.slice(0, keep.topics);
  const left = leftOut(plays.length, shown.length, voice);
  return {
    id: 'topics',
    title: titleOf('topics', voice),
    note: [voice.label('briefTopicsNote'), left].filter(Boolean).join(' · '),
    blocks: [
      {
        kind: 'table',
        caption: titleOf('topics', voice),
        columns: [
          { head: voice.label('briefTopic'), share: 0.17 },
          { head: voice.label('briefSide'), share: 0.1 },
          { head: voice.label('briefAct'), share: 0.12 },
          { head: voice.label('briefWords'), share: 0.61 },
        ],
        groups: shown.map((play) => ({ head: headOf(play, context), rows: rowsOf(play, context) })),
      },
    ],
  };
}

function headOf(play: Play, { voice, record }: Context): Line[] {
  const { topics, raised } = play;
  const day = oneDay(play);
  const of = Math.min(LATELY, record.talks.length);
  return [
    line(strong(topics.map((topic: Topic) => topicWords(topic, voice)).join(voice.label('comma')))),
    line(small(voice.label('briefRaised', { n: raised, all: of }))),
    ...(day === undefined ? [] : [line(small(`${voice.label('briefAllOf')} `), dateRun(day, voice, { small: true }))]),
  ];
}

/** The date of all that is told of a topic, where it is one. */
function oneDay({ agreed, own: ours, other }: Play): string | undefined {
  const dates = new Set([agreed, ours, other].flatMap((said) => (said ? [said.talks.date] : [])));
  return dates.size === 1 ? [...dates][0] : undefined;
}

function rowsOf(play: Play, context: Context) {
  const { agreed, own: ours, other } = play;
  const dated = oneDay(play) === undefined;
  return [row('joint', agreed, dated, context), row('own', ours, dated, context), row('other', other, dated, context)];
}

/** A side of which nothing is on record has no row of its own words: it is told once, under the others. */
function row(side: Side, said: Said | undefined, dated: boolean, context: Context): Line[] {
  const { voice } = context;
  const who = line(mark(side), own(sideName(side, context)));
  if (!said) return [who, line(), { runs: [small(voice.label('noneOnRecord'))], absent: true }];
  const { talks, statement } = said;
  return [
    who,
    line(strong(actWords(statement, context))),
    line(...contentRuns(talks, statement, context), ...(dated ? [own(' '), whenMet(talks, context, { small: true })] : [])),
  ];
}
