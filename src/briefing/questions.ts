/** Questions to expect: facts about the record that the other side, or one's own minister, may ask about. Never advice. */
import type { Line, Section, Side } from './brief.ts';
import { type Context, dateWords, leftOut, quoteOf, sideName, topicWords } from './context.ts';
import { debtor, openOf } from './owed.ts';
import { absent, line, mark, own, said, strong } from './phrase.ts';
import type { BriefStatement, BriefTalks } from './record.ts';
import { refOf } from './register.ts';
import { LATELY, type Play, sideIn } from './state-of-play.ts';

export function questions(plays: readonly Play[], context: Context): Section {
  const { voice, keep } = context;
  const all = [...unanswered(context), ...pastDue(context), ...silent(context), ...notRaised(plays, context), ...formulas(context)];
  const shown = all.slice(0, keep.questions);
  const left = leftOut(all.length, shown.length, voice);
  return {
    id: 'questions',
    title: voice.label('briefQuestions'),
    note: [voice.label('briefQuestionsNote'), left].filter(Boolean).join(' · '),
    blocks: [{ kind: 'list', numbered: false, lines: shown.length > 0 ? shown.map((make) => make()) : [absent(voice.label('briefNoQuestions'))] }],
  };
}

/** Lines are made when they are shown, so that what is left out takes no number. */
type Make = () => Line;

/** Invitations that nothing on record takes up or turns down. */
function unanswered(context: Context): Make[] {
  const { record, voice, register } = context;
  return record.owed
    .filter(({ kind, stage, state }) => kind === 'invitation' && stage === 'invited' && state === 'open')
    .map((item) => () => {
      const told = item.told[0] as (typeof item.told)[number];
      return line(
        strong(`${voice.label('briefUnanswered')} `),
        mark(debtor(item, context)),
        own(`${sideName(debtor(item, context), context)} ${dateWords(told.date, voice)} `),
        quoteOf(told, context, told.what),
        register.cite(...item.told.slice(0, 3)),
        own(` ${voice.label('briefNoAnswer')}`),
      );
    });
}

/** What was due and is not told to be done. */
function pastDue(context: Context): Make[] {
  const { record, voice, register } = context;
  return openOf(record.owed)
    .filter(({ state }) => state === 'past')
    .map((item) => () => {
      const told = item.told[0] as (typeof item.told)[number];
      return line(
        strong(`${voice.label('briefPastDue')} `),
        mark(debtor(item, context)),
        own(`${sideName(debtor(item, context), context)} `),
        quoteOf(told, context, told.what),
        own(` ${voice.label('due', { date: voice.date(item.due as string) })}`),
        register.cite(...item.told.slice(0, 3)),
        own(` ${voice.label('briefNoEvidence')}`),
      );
    });
}

/** Passages told without their content that no later talks fill. */
function silent(context: Context): Make[] {
  const { record, voice, register } = context;
  const filled = new Set<string>();
  const found: { readonly talks: BriefTalks; readonly statement: BriefStatement; readonly side: Side }[] = [];
  for (const talks of record.talks) {
    for (const statement of talks.statements) {
      const side = sideIn(statement, record);
      if (statement.withheld && !statement.topics.some((topic) => filled.has(`${side} ${topic}`))) found.push({ talks, statement, side });
    }
    for (const statement of talks.statements)
      if (!statement.withheld) for (const topic of statement.topics) filled.add(`${sideIn(statement, record)} ${topic}`);
  }
  // Of one talks and side in one line.
  const groups = new Map<string, typeof found>();
  for (const each of found) {
    const key = `${each.talks.document} ${each.talks.id} ${each.side}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => () => {
    const [first] = group as [(typeof found)[number]];
    return line(
      strong(`${voice.label('briefSilent')} `),
      mark(first.side),
      own(`${sideName(first.side, context)} ${dateWords(first.talks.date, voice)} `),
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
                own(dateWords(newest.talks.date, voice)),
                own(' '),
                quoteOf(refOf(newest.talks, newest.statement), context),
                register.cite(refOf(newest.talks, newest.statement)),
              ]
            : '',
        }),
      );
    });
}

/** Recurring words that are new, or missing where their topic was raised. */
function formulas(context: Context): Make[] {
  const { record, voice, register } = context;
  return record.formulas
    .filter(({ state }) => state !== 'kept')
    .map(
      (formula) => () =>
        line(
          strong(`${voice.label(formula.state === 'new' ? 'briefNewFormula' : 'briefMissingFormula')} `),
          { kind: 'quote', words: formula.words, language: formula.language },
          own(` ${voice.label('briefFormulaUse', { n: formula.meetings })}`),
          register.cite(formula.first, formula.last, ...(formula.at ? [formula.at] : [])),
        ),
    );
}
