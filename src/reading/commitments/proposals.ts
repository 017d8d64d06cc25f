/**
 * What one side proposes, or means to hold, and the other agrees to without naming it again.
 *
 *   > 東山大臣から、次官級協議を12月に開催することを提案し、オルロフ外相は賛同した。
 *     a meeting of both, agreed
 *   > 輸入規制の撤廃を要請し、オルロフ外相から、年内に撤廃する旨述べた。
 *     ＾＾＾＾＾＾＾ the thing　　　　　　　　　　　＾＾ its deed, told again alone
 *
 * 1 only the statement that follows agrees to it, in the same place, thanks aside; 2 one who agrees with something that it names itself,
 * or is only glad of the proposal, has agreed to nothing else.
 */
import type { Commitment, Statement } from '../../record/reading.ts';
import { actorBefore } from './actors.ts';
import { dueOf, isDay } from './due.ts';
import { gradeOf, type Item } from './items.ts';
import type { Promised } from './promised.ts';
import { findAsked, findPromises, itemOf } from './promises.ts';
import type { Said } from './said.ts';

/** これ, 先方の提案: what is agreed with is named in no more units. */
const SHORT = 10;
/** Behind a pronoun stands no more than a particle. */
const PARTICLE = 2;

/** Whether the statement agrees with what was proposed, and names nothing of its own. */
export function concurs({ text, statement, words }: Said): boolean {
  if (statement.act !== 'concur') return false;
  if (!statement.content) return true;
  const [start, end] = statement.content;
  if (end - start > SHORT) return false;
  const ends = (at: number): boolean => end - at < PARTICLE;
  return (
    end === start ||
    words.pronouns.all(text, start, end).some((found) => ends(found.end)) ||
    words.offers.all(text, start, end).some((found) => ends(found.end)) ||
    // 賛成である旨: what was said is the agreement itself
    statement.verb.span[0] < end
  );
}

/** What both have agreed on, one of them having proposed it. Help is given by one and needs no agreement. */
export function findAgreed(said: Said): Promised[] {
  const speakers = said.talks.parties.map((party) => ({ party, basis: 'inferred' as const }));
  const both: Statement = { ...withoutBridge(said), act: 'agree', mode: 'joint', speakers };
  return findPromises({ ...said, statement: both }, 'agreed').filter(({ kind }) => kind !== 'aid');
}

/** 開催｜について提案があった: what is proposed, without the particle by which it hangs on the verb. */
function withoutBridge({ text, statement, words }: Said): Statement {
  const [start, end] = statement.content ?? statement.span;
  const bridge = words.bridges.all(text, start, end).find((one) => one.value === 'weak' && one.end === end);
  return bridge ? { ...statement, content: [start, bridge.start] } : statement;
}

/** The deed that was asked for, told again without its thing: 撤廃を求め、…早期に撤廃したい. */
export function findRepeated(request: Said, said: Said, by: string, stage: Commitment['stage']): Promised[] {
  const item = itemOf(said, stage);
  if (!item) return [];
  const deeds = said.words.deeds.all(said.text, ...item.span).filter((deed) => isBare(item, deed));
  if (deeds.length === 0) return [];
  return findAsked(request, by).flatMap((asked): Promised[] => {
    const deed = asked.at && deeds.find(({ value: { word } }) => request.text.endsWith(word, asked.at?.[1]));
    return deed ? [retold(asked, item, deed, stage)] : [];
  });
}

/** 開催について提案があり、両者は｜6月に開催することで一致した: the meeting that was proposed, held as both then agree. */
export function findHeld(proposed: Said, said: Said): Promised[] {
  const item = itemOf(said, 'agreed');
  if (!item || said.statement.mode === 'one') return [];
  const deed = said.words.meetingDeeds.all(said.text, ...item.span).find((one) => one.value === 'holding' && isBare(item, one));
  if (!deed || said.words.meetings.has(said.text, item.span[0], deed.start)) return [];
  return findAgreed(proposed)
    .filter(({ kind }) => kind === 'meeting')
    .map((one) => retold(one, item, deed, 'agreed'));
}

interface Deed {
  readonly start: number;
  readonly end: number;
}

/** A deed that is promised firmly, and to which no thing of its own nor anybody else stands before it. */
function isBare(item: Item, { start, end }: Deed): boolean {
  const { text, span, words } = item;
  return gradeOf(item, end) === 'firm' && !words.marked.has(text, span[0], start) && actorBefore(item, start) === undefined;
}

function retold(promise: Promised, { text, dates, talks, words }: Item, { start, end }: Deed, stage: Commitment['stage']): Promised {
  const due = dueOf(text, dates, [start, end], talks.date?.edtf, words) ?? promise.due;
  return { ...promise, stage, due, fixed: isDay(due, words) };
}
