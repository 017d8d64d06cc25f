/** Questions to expect: facts about the record that the other side, or one's own minister, may ask about. Never advice. */
import type { Line, Section, Side } from './brief.ts';
import { contradictionLine, nameRun, stepWords } from './clocks.ts';
import { type Context, dateRun, leftOut, quoteOf, sideName, titleOf, topicWords, whenMet } from './context.ts';
import { once } from './once.ts';
import { debtor, kindWords, openOf } from './owed.ts';
import { absent, line, mark, own, said, strong } from './phrase.ts';
import type { BriefRecord, BriefStatement, BriefTalks } from './record.ts';
import { refOf } from './register.ts';
import { LATELY, type Play, sideIn } from './state-of-play.ts';

export function questions(plays: readonly Play[], context: Context): Section {
  const { voice, keep } = context;
  const all = interleaved([silent(context), treaties(context), unanswered(context), pastDue(context), notRaised(plays, context)]);
  const shown = all.slice(0, keep.questions);
  const left = leftOut(all.length, shown.length, voice);
  return {
    id: 'questions',
    title: titleOf('questions', voice),
    note: [voice.label('briefQuestionsNote'), left].filter(Boolean).join(' · '),
    blocks: [{ kind: 'list', numbered: false, lines: shown.length > 0 ? shown.map((make) => make()) : [absent(voice.label('briefNoQuestions'))] }],
  };
}

/** The first of each kind, then the second of each: a short brief shows something of all. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => (i < list.length ? [list[i] as T] : []))).flat();
}

/** Lines are made when they are shown, so that what is left out takes no number. */
type Make = () => Line;

/** Invitations that nothing on record takes up or turns down. */
function unanswered(context: Context): Make[] {
  const { record, voice, register } = context;
  return openOf(record.owed)
    .filter(({ stage }) => stage === 'invited')
    .map(
      (item) => () =>
        line(
          strong(`${voice.label('briefUnanswered')} `),
          mark(debtor(item, context)),
          own(`${sideName(debtor(item, context), context)} ${kindWords(item, context)} `),
          quoteOf(item.what, context),
          own(' '),
          dateRun(item.what.date, voice),
          register.cite(...item.tellings.slice(-3)),
          own(` ${voice.label('briefNoAnswer')}`),
        ),
    );
}

/** What was due and is not told to be done. */
function pastDue(context: Context): Make[] {
  const { record, voice, register } = context;
  return openOf(record.owed)
    .filter(({ state, due }) => due !== undefined && (state === 'no-evidence' || state === 'lapsed'))
    .map(
      (item) => () =>
        line(
          strong(`${voice.label('briefPastDue')} `),
          mark(debtor(item, context)),
          own(`${sideName(debtor(item, context), context)} ${kindWords(item, context)} `),
          quoteOf(item.what, context),
          own(' '),
          ...said(voice, 'due', { date: dateRun(item.due?.edtf, voice) }),
          register.cite(...item.tellings.slice(-2)),
          own(' '),
          ...(item.searched
            ? said(voice, 'briefSearched', { n: item.searched.talks, date: dateRun(item.searched.until, voice) })
            : [own(voice.label('briefNoEvidence'))]),
        ),
    );
}

/** Treaties whose steps contradict one another, are missing, or passed their day untold. */
function treaties(context: Context): Make[] {
  const { record, voice, register } = context;
  return record.treaties.flatMap((clock): Make[] => [
    ...clock.contradictions.map((contradiction) => () => {
      const { runs } = contradictionLine(contradiction, context);
      return line(nameRun(clock), own(' '), ...runs);
    }),
    ...clock.steps
      .filter(({ status, cited }) => status === 'passed' && cited.length > 0)
      .map(
        (step) => () =>
          line(
            strong(`${voice.label('briefTreaty')} `),
            nameRun(clock),
            own(` ${stepWords(step.event, context)} `),
            dateRun(step.date, voice),
            register.cite(...step.cited.slice(0, 2)),
            own(` ${voice.label('briefStepPassed')}`),
          ),
      ),
  ]);
}

/** Among how many of the last talks passages without content are looked for. */
const SILENT_TALKS = 60;

interface Silent {
  readonly talks: BriefTalks;
  readonly statement: BriefStatement;
  readonly side: Side;
}

/** Passages told without their content that no later talks fill: those of one talks and side together. */
const silentOf = once((record: BriefRecord): Silent[][] => {
  const filled = new Set<string>();
  const found: Silent[] = [];
  for (const talks of record.talks.slice(0, SILENT_TALKS)) {
    for (const statement of talks.statements) {
      const side = sideIn(statement, record);
      if (statement.withheld && !statement.topics.some((topic) => filled.has(`${side} ${topic}`)) && !filledBeside(statement, side, talks))
        found.push({ talks, statement, side });
    }
    for (const statement of talks.statements)
      if (!statement.withheld) for (const topic of statement.topics) filled.add(`${sideIn(statement, record)} ${topic}`);
  }
  /** What one side keeps back the other side's account of the same meeting may tell. */
  function filledBeside({ document, topics }: BriefStatement, side: Side, { statements }: BriefTalks): boolean {
    return statements.some(
      (one) => one.document !== document && !one.withheld && sideIn(one, record) === side && one.topics.some((topic) => topics.includes(topic)),
    );
  }
  const groups = new Map<string, Silent[]>();
  for (const each of found) {
    const key = `${each.talks.document} ${each.talks.id} ${each.side}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
});

function silent(context: Context): Make[] {
  const { record, voice, register } = context;
  return silentOf(record).map((group) => () => {
    const [first] = group as [Silent];
    return line(
      strong(`${voice.label('briefSilent')} `),
      mark(first.side),
      own(`${sideName(first.side, context)} `),
      whenMet(first.talks, context),
      own(' '),
      ...group.slice(0, 3).flatMap(({ talks, statement }, i) => {
        const ref = refOf(talks, statement);
        return [...(i > 0 ? [own(voice.label('comma'))] : []), quoteOf(ref, context), register.cite(ref)];
      }),
      own(` ${voice.label('briefNotFilled')}`),
    );
  });
}

/** Topics of most of the last talks that the very last did not raise. */
function notRaised(plays: readonly Play[], context: Context): Make[] {
  const { record, voice, register } = context;
  const [last] = record.talks;
  return plays
    .filter(
      ({ topics, raised }) =>
        last && raised >= LATELY / 2 && !last.statements.some((statement) => topics.some((topic) => statement.topics.includes(topic))),
    )
    .map(({ topics, raised, agreed, own: ours, other }) => () => {
      const newest = [agreed, ours, other]
        .filter((each) => each !== undefined)
        .sort((a, b) => record.talks.indexOf(a.talks) - record.talks.indexOf(b.talks))[0];
      return line(
        strong(`${voice.label('briefNotRaised')} `),
        ...said(voice, 'briefNotRaisedWords', {
          topic: topicWords(topics[0] as 'territory', voice),
          n: raised,
          all: LATELY,
          last: newest
            ? [
                whenMet(newest.talks, context),
                own(' '),
                quoteOf(refOf(newest.talks, newest.statement), context),
                register.cite(refOf(newest.talks, newest.statement)),
              ]
            : '',
        }),
      );
    });
}
