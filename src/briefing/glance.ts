/** The dyad at a glance: what one must know who has a minute. */
import type { Line, Section } from './brief.ts';
import { nameRun, stepWords } from './clocks.ts';
import { type Context, dateRun, daysBetween, IN_LINE, isDay, quoteOf, sideName, talksWords, titleOf, topicWords, whenMet } from './context.ts';
import { debtor, kindWords, openOf } from './owed.ts';
import { absent, line, own, said, small, strong } from './phrase.ts';
import type { BriefTalks } from './record.ts';
import { refOf, talksRef, talksRefs } from './register.ts';
import type { Play, Said } from './state-of-play.ts';

export function glance(plays: readonly Play[], context: Context): Section {
  const { voice, keep, record } = context;
  const lines = [...onTalks(context), ...onTreaty(context), ...onOwed(context), ...plays.slice(0, keep.glance).map((play) => onTopic(play, context))];
  return {
    id: 'glance',
    title: titleOf('glance', voice),
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
        since: [whenMet(first, context), register.cite(...talksRefs(first, record))],
        last: [whenMet(last, context, { strong: true }), own(` ${talksWords(last, voice)}`), register.cite(...talksRefs(last, record))],
        days: days ?? '',
      }),
      ...(leaders ? said(voice, 'briefLeaders', { date: [whenMet(leaders, context), register.cite(...talksRefs(leaders, record))] }) : []),
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
          own(`${party === record.own ? '' : '  '}${voice.party(party)} `),
          ...of.flatMap(({ name, role }, i) => [
            ...(i > 0 ? [own(voice.label('comma'))] : []),
            quoteOf(ref, context, name),
            ...(role ? [small(` ${voice.phrases.roles[role as 'minister'] ?? role}`)] : []),
          ]),
        ];
  });
  return people.length === 0 ? [] : [line(strong(`${voice.label('briefMet')} `), ...people, register.cite(ref))];
}

/** The treaty whose next step is dated ahead, else that with the newest step. */
function onTreaty(context: Context): Line[] {
  const { record, voice, register } = context;
  const [clock] = record.treaties;
  const step = clock?.steps.find(({ status }) => status === 'ahead') ?? clock?.steps.findLast(({ date }) => date !== undefined);
  if (!clock || !step || step.cited.length === 0) return [];
  const days = step.status === 'ahead' && isDay(step.date) ? daysBetween(record.asOf, step.date) : undefined;
  return [
    line(
      strong(`${voice.label('briefTreaty')} `),
      nameRun(clock),
      own(` ${stepWords(step.event, context)} `),
      dateRun(step.date, voice, { strong: true }),
      days !== undefined && own(` (${days === 0 ? voice.label('dueToday') : voice.label('inDays', { n: days })})`),
      step.days !== undefined && small(` ${step.days === 0 ? voice.label('sameDay') : voice.label('briefAfterStep', { n: step.days })}`),
      register.cite(...step.cited.slice(0, 2)),
    ),
  ];
}

/** How much is owed, and what is told to come next, or was told last. */
function onOwed(context: Context): Line[] {
  const { record, voice, register } = context;
  const open = openOf(record.owed);
  const [next] = open;
  if (!next) return [];
  const ahead = open.filter(({ due, state }) => due !== undefined && state === 'open').length;
  return [
    line(
      strong(`${voice.label('commitments')} `),
      ...said(voice, 'briefOpen', { n: open.length, ahead }),
      own(` ${sideName(debtor(next, context), context)} ${kindWords(next, context)} `),
      quoteOf(next.what, context, next.what.quote),
      own(' '),
      ...(next.due === undefined ? [own(voice.label('briefUndated'))] : said(voice, 'due', { date: dateRun(next.due.edtf, voice) })),
      register.cite(next.what),
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
