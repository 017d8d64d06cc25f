/** The dyad at a glance: what one must know who has a minute. */
import { extentOf } from '../time/extent.ts';
import type { Line, Section } from './brief.ts';
import { type Context, dateWords, daysBetween, IN_LINE, isDay, quoteOf, sideName, talksWords, topicWords } from './context.ts';
import { debtor, openOf } from './owed.ts';
import { absent, line, own, said, small, strong } from './phrase.ts';
import type { BriefTalks } from './record.ts';
import { refOf, talksRef } from './register.ts';
import type { Play, Said } from './state-of-play.ts';

export function glance(plays: readonly Play[], context: Context): Section {
  const { voice, keep, record } = context;
  const lines = [...onTalks(context), ...onTreaty(context), ...onOwed(context), ...plays.slice(0, keep.glance).map((play) => onTopic(play, context))];
  return {
    id: 'glance',
    title: voice.label('briefGlance'),
    blocks: [{ kind: 'list', numbered: record.talks.length > 0, lines: lines.length > 0 ? lines : [absent(voice.label('briefNoTalks'))] }],
  };
}

function onTalks(context: Context): Line[] {
  const { record, voice, register } = context;
  const [last] = record.talks;
  if (!last) return [];
  const first = record.talks.findLast(({ day }) => day !== undefined) ?? last;
  const days = isDay(last.day) ? daysBetween(last.day, record.asOf) : undefined;
  const leaders = last.level === 'leaders' ? undefined : record.talks.find(({ level }) => level === 'leaders');
  return [
    line(
      strong(`${voice.label('talks')} `),
      ...said(voice, days === undefined ? 'briefTalksUndated' : 'briefTalks', {
        n: record.talks.length,
        since: [own(dateWords(first.date, voice)), register.cite(talksRef(first, record))],
        last: [strong(dateWords(last.date, voice)), own(` ${talksWords(last, voice)}`), register.cite(talksRef(last, record))],
        days: days ?? '',
      }),
      ...(leaders ? said(voice, 'briefLeaders', { date: [own(dateWords(leaders.date, voice)), register.cite(talksRef(leaders, record))] }) : []),
    ),
    ...whoMet(last, context),
  ];
}

/** Who spoke for the two sides last. */
function whoMet(talks: BriefTalks, context: Context): Line[] {
  const { record, voice, register } = context;
  const ref = talksRef(talks, record);
  const people = [record.own, record.other].flatMap((party) => {
    const of = talks.participants.filter((each) => each.party === party).slice(0, 2);
    return of.length === 0
      ? []
      : [
          own(`${voice.party(party)} `),
          ...of.flatMap(({ name, role }, i) => [
            ...(i > 0 ? [own(voice.label('comma'))] : []),
            quoteOf(ref, context, name),
            ...(role ? [small(` ${voice.phrases.roles[role as 'minister'] ?? role}`)] : []),
          ]),
          own('  '),
        ];
  });
  return people.length === 0 ? [] : [line(strong(`${voice.label('briefMet')} `), ...people, register.cite(ref))];
}

/** The treaty whose next step is dated ahead, else that with the newest step. */
function onTreaty(context: Context): Line[] {
  const { record, voice, register } = context;
  const steps = record.treaties
    .flatMap((treaty) => treaty.steps.filter(({ date, refs }) => date !== undefined && refs.length > 0).map((step) => ({ treaty, step })))
    .sort((a, b) => ((a.step.date as string) < (b.step.date as string) ? -1 : 1));
  const next = steps.find(({ step }) => (extentOf(step.date as string)?.first ?? '') >= record.asOf);
  const shown = next ?? steps.at(-1);
  if (!shown) return [];
  const { treaty, step } = shown;
  const date = step.date as string;
  const days = next && isDay(date) ? daysBetween(record.asOf, date) : undefined;
  return [
    line(
      strong(`${voice.label('briefTreaty')} `),
      { kind: 'quote', words: treaty.name, language: treaty.language },
      own(` ${voice.phrases.events[step.event as 'signed'] ?? step.event} `),
      strong(voice.date(date)),
      days !== undefined && own(` (${days === 0 ? voice.label('dueToday') : voice.label('inDays', { n: days })})`),
      register.cite(...step.refs.slice(0, 2)),
    ),
  ];
}

/** How much is owed, and what is told to come next. */
function onOwed(context: Context): Line[] {
  const { record, voice, register } = context;
  const open = openOf(record.owed);
  const next = open[0];
  const told = next?.told[0];
  if (!next || !told) return [];
  return [
    line(
      strong(`${voice.label('commitments')} `),
      ...said(voice, 'briefOpen', { n: open.length, past: open.filter(({ state }) => state === 'past').length }),
      own(` ${sideName(debtor(next, context), context)} ${voice.phrases.commitments[next.kind as 'visit'] ?? next.kind} `),
      quoteOf(told, context, told.what),
      own(next.due === undefined ? ` ${voice.label('briefUndated')}` : ` ${voice.label('due', { date: voice.date(next.due) })}`),
      register.cite(told),
    ),
  ];
}

function onTopic({ topics, agreed, own: ours, other }: Play, context: Context): Line {
  const { voice, register, record } = context;
  const content = ({ talks, statement }: Said) => {
    const words = statement.quote.slice(...statement.content).trim();
    return quoteOf(refOf(talks, statement), context, statement.withheld || words === '' ? statement.quote : words, IN_LINE);
  };
  const parts = [
    ...(agreed
      ? [own(`${voice.phrases.acts[agreed.statement.act]} `), content(agreed), register.cite(refOf(agreed.talks, agreed.statement)), own(' ')]
      : []),
    ...([ours, other] as const).flatMap((each, i) => {
      if (!each || (agreed && !each.statement.withheld)) return [];
      const party = own(
        `${voice.party(i === 0 ? record.own : record.other)} ${each.statement.withheld ? voice.label('briefWithheld') : voice.phrases.acts[each.statement.act]} `,
      );
      return [party, content(each), register.cite(refOf(each.talks, each.statement)), own(' ')];
    }),
  ];
  const name = strong(`${topicWords(topics[0] as 'territory', voice)} `);
  return parts.length > 0 ? line(name, ...parts) : { runs: [name, own(voice.label('noneOnRecord'))], absent: true };
}
