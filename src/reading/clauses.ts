/**
 * The clauses of a sentence that carry an act: predicates joined with the nouns they give and the words they report.
 *
 *   > 先方から、協力を歓迎する旨の発言があり、期待が表明された。
 *     　　　　　　　　＾＾＾＾＾＾＾＾＾＾＾　＾＾＾＾＾＾＾
 *     歓迎 reported by 発言があり: welcome; 期待 given by 表明された: expect
 *
 * 1 clauses come in the order of the text, none overlapping; 2 each ends where its predicate ends.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import type { Pack } from '../language/pack.ts';
import { ACTS } from '../record/acts.generated.ts';
import type { Act } from '../record/reading.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Clause } from './clauses/clause.ts';
import { type Draft, draftOf, JOINED, nextOf } from './clauses/draft.ts';
import { feel, give, isFelt, report, wished } from './clauses/giving.ts';
import { type Knowledge, knowledgeOf } from './clauses/knowledge.ts';
import { closedBefore, settle } from './clauses/settling.ts';

export { type Clause, isFeeling } from './clauses/clause.ts';

export function findClauses(text: string, span: Span, pack: Pack): Clause[] {
  const knowledge = knowledgeOf(pack);
  if (!knowledge) return [];
  const { purposes, sampling } = knowledge;
  const drafts = knowledge.order.find(text, span[0], span[1]).map(draftOf);
  let said = false;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as Draft;
    said ||= drafts[i + 1]?.live === true && drafts[i + 1]?.neutral === true;
    if (draft.bend === 'noun' || (draft.bend === 'nominal' && (draft.link === 'object' || draft.link === 'join'))) give(text, drafts, i, knowledge);
    if (!draft.live || (draft.predicate.value.giving && !draft.settled)) continue;
    if (draft.link === 'complement') {
      if (!isGiven(drafts, i)) report(text, drafts, i, knowledge);
    } else if (draft.link === 'attributive' && says(text, drafts, i, knowledge)) report(text, drafts, i, knowledge);
    else if (draft.link === 'attributive' && isFelt(drafts, i)) feel(drafts, i);
    else if (draft.link === 'attributive' || draft.link === 'object' || draft.link === 'join') draft.live = false;
    else if (draft.bend === 'present' && purposes.has(draft.by))
      draft.live = false; // 平和条約を締結するため、交渉を続ける
    else if (isReason(draft, knowledge)) draft.live = false;
    else if (isWhatFor(drafts, i, knowledge)) draft.live = false;
    else if (sampling.has(draft.by) && isSaid(text, drafts, i, knowledge)) draft.live = false;
    else if (isSpokenOf(text, drafts, i, knowledge) || (said && isTold(text, span, draft, knowledge))) draft.live = false;
  }
  const result: Clause[] = [];
  const remarks = drafts.length > 0 ? remarksIn(text, span) : [];
  let from = span[0];
  for (const draft of drafts) {
    if (!draft.live || draft.predicate.value.giving) continue;
    // …旨述べました(東山大臣より、…旨述べました。)。
    if (draft.link === 'end') draft.next = remarks.find(([open, , own]) => own && open >= draft.end && open < draft.next)?.[0] ?? draft.next;
    const aside = remarks.find(([open, close, own]) => !own && open < draft.start && draft.end <= close);
    // (親書を手交しつつ)、; 東山大臣から、(親書を手交しつつ)…; not 更には(重要性に言及しつつ)経済協力に関しても
    const apart = aside && (isComma(text.charCodeAt(aside[1] + 1)) || aside[0] === span[0] || isComma(text.charCodeAt(aside[0] - 1)));
    if (aside && !(draft.bend === 'continuing' && apart)) continue;
    const clause = settle(text, from, draft, knowledge);
    if (!clause) continue;
    // within such brackets whoever writes tells other things too
    const told = clause.neutral && knowledge.quoting.has(clause.closing);
    if (!told && remarks.some(([open, close, own]) => own && open < draft.start && draft.end <= close)) continue;
    result.push(clause);
    from = clause.next;
  }
  return result;
}

/** 功績(祖父は宣言に署名した)に言及した: what stands in brackets inside a sentence is told of a thing, and said by nobody; (親書を手交しつつ)、 is done while speaking. */
function remarksIn(text: string, [start, end]: Span): Remark[] {
  const result: Remark[] = [];
  let open = -1;
  for (let i = start; i < end; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === OPEN) open = open < 0 && i > start ? i : open;
    else if (sign === CLOSE && open >= 0) {
      const ends = i + 1 >= end || isStop(text.charCodeAt(i + 1));
      if (!ends || text.charCodeAt(i - 1) === STOP) result.push([open, i, ends]);
      open = -1;
    }
  }
  return result;
}

/** Where brackets open and close, and whether they hold sentences of their own at the end of another: 述べた(…した。)。 */
type Remark = readonly [open: number, close: number, own: boolean];

/** Between what one thanks for and the word no more signs stand than those of a degree: 改めて, 心からの. */
const DEGREE = 5;

const OPEN = 0x28;
/** 。 */
const STOP = 0x3002;
const CLOSE = 0x29;

/**
 * 活動を保証するとともに、…を図る｜ことは重要である: a deed that is part of what is spoken of, and no promise. So is what was done to a thing
 * together with another (共同声明が発出され、…が決定された｜ことは), and what came before it.
 */
function isSpokenOf(text: string, drafts: readonly Draft[], i: number, { spoken, relative }: Knowledge): boolean {
  const draft = drafts[i] as Draft;
  if (draft.link !== 'connector' && draft.link !== 'comma') return false;
  const after = drafts[i + 1];
  // 先の会談で連携に一致し、協力を確認した｜ことは大きな成果である
  if (draft.bend === 'suspended' && after?.bend === 'past' && spoken.at(text, after.end, text.length)) return true;
  const { came } = draft.predicate.value.predicate ?? {};
  if (came && draft.bend === 'suspended' && after) {
    const between = text.slice(draft.next, after.start);
    if (came.some((word) => between.includes(word))) return true;
  }
  const until = nextOf(drafts, i, true)?.start ?? Math.min(text.length, draft.next + JOINED);
  if (draft.passive) {
    const found = spoken.all(text, draft.next, until).find(({ start }) => relative.some((word) => text.endsWith(word, start)));
    // behind another comma somebody else may begin: …が発出され、両首脳は、…
    for (let at = draft.next; found && at < found.start; at++) if (isComma(text.charCodeAt(at))) return false;
    return found !== undefined;
  }
  return draft.predicate.value.predicate?.deed === true && draft.bend !== 'past' && draft.bend !== 'desire' && spoken.has(text, draft.next, until);
}

/** 新たな対応が求められている｜、役割を果たしたい旨述べた: what others do, told by who speaks, who does not do it by that. */
function isTold(text: string, [start]: Span, { passive, settled, link, end }: Draft, { finite }: Knowledge): boolean {
  return passive && !settled && link === 'comma' && finite(text, start, end) !== undefined;
}

/** 専門家を紹介する｜ので、…を伝えてほしい: what one is to do, as the reason for what is said. */
function isReason({ bend, by, link, settled, predicate: { value } }: Draft, { reasons }: Knowledge): boolean {
  return bend === 'present' && link === 'connector' && !settled && value.predicate?.intends === true && reasons.has(by);
}

/** 決議に賛成している｜ことに対し謝意を表明: what one thanks another for, and nothing that is answered. */
function isWhatFor(drafts: readonly Draft[], i: number, { against, things }: Knowledge): boolean {
  const { link, by, next: end } = drafts[i] as Draft;
  if (link !== 'connector' || !things.some((word) => by.startsWith(word)) || !against.some((word) => by.endsWith(word))) return false;
  const next = drafts[i + 1];
  return next?.live === true && next.act !== undefined && ACTS[next.act].family === 'regard' && next.start - end <= DEGREE;
}

/** 各国が非難する｜など、懸念は大きい旨述べた: a part of what somebody says. */
function isSaid(text: string, drafts: readonly Draft[], i: number, knowledge: Knowledge): boolean {
  const next = nextOf(drafts, i, true);
  const closed = next?.neutral ? closedBefore(text, (drafts[i] as Draft).next, next.start, knowledge) : undefined;
  return closed !== undefined && knowledge.quoting.has(closed.word);
}

/** お悔やみを｜申し上げる旨: right behind its noun a verb of saying gives that first. */
function isGiven(drafts: readonly Draft[], i: number): boolean {
  const [noun, verb] = [drafts[i - 1], drafts[i] as Draft];
  return verb.neutral && noun?.live === true && noun.bend === 'noun' && noun.link === 'object' && noun.next === verb.start;
}

/** 歓迎する｜発言, 期待する｜等述べた: a predicate right before a word of saying is what is said. */
function says(text: string, drafts: readonly Draft[], i: number, { trailing }: Knowledge): boolean {
  const [draft, next] = [drafts[i] as Draft, drafts[i + 1]];
  const trail = trailing.find((word) => text.startsWith(word, draft.end));
  return (
    next?.live === true && next.neutral && next.start === draft.end + (trail?.length ?? 0) && (draft.bend === 'present' || draft.bend === 'desire')
  );
}

/** The class of a stretch of reported content that no verb of its own follows: its act word, its tail, or none. */
export function classOf(text: string, span: Span, pack: Pack): { act: Act; rule: string; start: number } | undefined {
  const knowledge = knowledgeOf(pack);
  if (!knowledge) return undefined;
  let [, end] = span;
  for (const word of knowledge.quoting)
    if (word.length > 0 && text.endsWith(word, span[1]) && span[1] - word.length < end) end = Math.max(span[0], span[1] - word.length);
  if (end < span[1]) return classOf(text, [span[0], end], pack);
  const drafts = knowledge.order.find(text, span[0], span[1]).map(draftOf);
  const last = drafts.at(-1);
  // 対応が求められている: others do it, and who speaks tells it
  if (last?.act && (!last.passive || last.settled) && last.end >= span[1] - 1 && last.bend !== 'noun' && !last.neutral) {
    const act = wished(last, text, knowledge);
    if (act) return { act, rule: last.rule, start: last.start };
  }
  const tail = knowledge.tails(text, span[0], span[1]);
  return tail && { act: tail.act, rule: `acts/${tail.id}`, start: span[1] - tail.length };
}
