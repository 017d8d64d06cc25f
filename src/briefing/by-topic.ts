/** Topic by topic: the last agreed words, each side's last words, and where they were withheld. */
import type { Topic } from '../record/reading.ts';
import type { Line, Section, Side } from './brief.ts';
import { actWords, type Context, contentRuns, dateWords, leftOut, sideName, topicWords } from './context.ts';
import { line, mark, own, small, strong } from './phrase.ts';
import { LATELY, type Play, type Said } from './state-of-play.ts';

/** @param plays those to show, and @param all how many there are. */
export function byTopic(plays: readonly Play[], context: Context, chosen: boolean): Section {
  const { voice, keep } = context;
  const shown = chosen ? plays : plays.slice(0, keep.topics);
  const left = leftOut(plays.length, shown.length, voice);
  return {
    id: 'topics',
    title: voice.label('topicByTopic'),
    note: [voice.label('briefTopicsNote'), left].filter(Boolean).join(' · '),
    blocks: [
      {
        kind: 'table',
        caption: voice.label('topicByTopic'),
        columns: [
          { head: voice.label('briefTopic'), share: 0.17 },
          { head: voice.label('speaker'), share: 0.1 },
          { head: voice.label('act'), share: 0.12 },
          { head: voice.label('words'), share: 0.61 },
        ],
        groups: shown.map((play) => ({ head: headOf(play, context), rows: rowsOf(play, context) })),
      },
    ],
  };
}

function headOf({ topics, raised }: Play, { voice, record }: Context): Line[] {
  const of = Math.min(LATELY, record.talks.length);
  return [
    line(strong(topics.map((topic: Topic) => topicWords(topic, voice)).join(voice.label('comma')))),
    line(small(voice.label('briefRaised', { n: raised, all: of }))),
  ];
}

function rowsOf({ agreed, own: ours, other }: Play, context: Context) {
  return [row('joint', agreed, context), row('own', ours, context), row('other', other, context)].filter((each) => each !== undefined);
}

/** A side of which nothing is on record has no row of its own words: it is told once, under the others. */
function row(side: Side, said: Said | undefined, context: Context): Line[] {
  const { voice } = context;
  const who = line(mark(side), own(sideName(side, context)));
  if (!said) return [who, line(), { runs: [small(voice.label('noneOnRecord'))], absent: true }];
  const { talks, statement } = said;
  return [
    who,
    line(strong(actWords(statement, context))),
    line(...contentRuns(talks, statement, context), small(` ${dateWords(talks.date, voice)}`)),
  ];
}
