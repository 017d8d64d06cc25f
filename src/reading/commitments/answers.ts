/**
 * What answers an invitation or a request without naming again what was asked.
 *
 *   > 先方から訪露招待があり、東山大臣から、前向きに検討したい旨述べた。
 *     a visit by the invited side to the inviting one, deferred
 *
 * 1 only the statement that follows answers, thanks and welcomes aside; 2 an intention to make efforts is no acceptance; 3 an
 * answer without a day of its own is about the day that was offered.
 */
import type { Commitment, Statement } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { dueOf } from './due.ts';
import { gradeOf, type Item, nameBefore } from './items.ts';
import { conditionsOf, type Promised, promised } from './promised.ts';
import type { Said } from './said.ts';

const ANSWERS: Partial<Record<Statement['act'], Commitment['stage']>> = {
  accept: 'accepted',
  agree: 'agreed',
  confirm: 'agreed',
  intend: 'intended',
  defer: 'deferred',
  reject: 'declined',
};
/** A name of fewer letters tells no event from another. */
const NAME = 3;
/** Acts that may stand between the asking and its answer. */
const BETWEEN: ReadonlySet<Statement['act']> = new Set(['thank', 'welcome', 'appreciate', 'congratulate']);

export function staysOpen(statement: Statement): boolean {
  return BETWEEN.has(statement.act);
}

const whole = ([start, end]: Span): { start: number; end: number } => ({ start, end });

/** The visit that a statement promises by taking up an invitation; undefined where it speaks of something else. */
export function findAnswer(said: Said, invitation: Promised): Promised | undefined {
  const { text, statement, words, talks, mentions, dates } = said;
  const stage = ANSWERS[statement.act];
  const speakers = statement.speakers.map(({ party }) => party);
  const by = invitation.to.find((party) => speakers.includes(party));
  if (invitation.elsewhere || !stage || !by || (statement.mode === 'one' && speakers.length !== 1)) return undefined;
  const span = statement.content ?? statement.span;
  const back = words.responses.all(text, span[0], statement.verb.span[1])[0] ?? (stage === 'accepted' ? whole(statement.verb.span) : undefined);
  if (!back) return undefined;
  const item: Item = { text, span, limit: statement.verb.span[1], statement, mentions, dates, talks, words, speakers, stage };
  // 日程を調整することとなった: what is still to be arranged is not agreed
  const arranging = words.aims.has(text, back.start, statement.verb.span[1]);
  const firm = stage !== 'agreed' || (!arranging && gradeOf(item, back.end) === 'firm');
  const conditions = conditionsOf(text, span, words);
  return {
    kind: 'visit',
    by: [by],
    to: [...invitation.by],
    stage: firm ? stage : 'intended',
    span: statement.span,
    // 来年夏に御訪問頂く方向で調整する: the time of the visit itself
    due: words.alone.at(text, back.start) ? dueOf(text, dates, [back.start, back.end], talks.date?.edtf, words) : undefined,
    fixed: false,
    matter: '',
    conditions,
    rule: `visit-${stage}`,
  };
}

/** 同会議には大統領が出席する予定である: by its name, what the other side asked to, however far before. */
export function findAttendance(said: Said, invitation: Promised): Promised | undefined {
  const { text, statement, words, talks, mentions, dates } = said;
  const stage = ANSWERS[statement.act];
  const speakers = statement.speakers.map(({ party }) => party);
  const [by] = speakers;
  if (invitation.elsewhere || (stage !== 'intended' && stage !== 'accepted') || by === undefined || speakers.length > 1) return undefined;
  const span = statement.content ?? statement.span;
  const limit = Math.max(span[1], statement.verb.span[1]);
  const item: Item = { text, span, limit, statement, mentions, dates, talks, words, speakers, stage };
  const asked = text.slice(...invitation.span);
  const named = (end: number): boolean =>
    words.goals.all(text, span[0], end).some(({ start }) => {
      const name = nameBefore(text, span[0], start);
      return name.length >= NAME && asked.includes(name);
    });
  const deed = words.attending.all(text, ...span).find(({ start, end }) => named(start) && gradeOf(item, end) === 'firm');
  if (!deed) return undefined;
  const at: Span = [deed.start, deed.end];
  return promised(item, { kind: 'visit', by: [by], to: invitation.by, at, grade: 'firm', rule: 'visit-attendance' });
}
