/**
 * The clauses of a sentence that are statements, and not content of a later one.
 *
 *   > 協力を歓迎するとともに、交流を進めることで一致した。      two: 歓迎する, 一致した
 *   > 緊密に協議しつつ協力を進めることで一致した。            one: how it is done belongs to what is agreed
 */
import { isComma } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import { type Clause, isFeeling } from '../clauses.ts';
import { frameAfter } from '../speakers/choosing.ts';
import type { Frame } from '../speakers/frame.ts';
import type { Knowledge } from './knowledge.ts';
import { named } from './left-out.ts';

export interface Standing {
  readonly frames: readonly Frame[];
  /** Where the sentence begins. */
  readonly start: number;
  /** Whether one side alone spoke in the sentence before, of the same place. */
  readonly alone: boolean;
}

/** 期待を表明するとともに、…を解除した旨説明した: what one feels, beside an account that one gives of something else. */
function isAccount(clause: Clause, above: Clause, knowledge: Knowledge): boolean {
  return isFeeling(clause.act) && above.act === 'explain' && knowledge.quoting.has(above.closing) && knowledge.coordinating.has(clause.by);
}

export function mainClauses(text: string, clauses: readonly Clause[], { frames, start, alone }: Standing, knowledge: Knowledge): Clause[] {
  const governors: (Clause | undefined)[] = [];
  let governor: Clause | undefined;
  for (let i = clauses.length - 1; i >= 0; i--) {
    governors[i] = governor;
    const clause = clauses[i] as Clause;
    if (clause.reports || clause.link === 'end' || clause.bend === 'past') governor = clause;
  }
  const last = clauses.findLastIndex(({ neutral, act, closing }) => (neutral || act === 'explain') && knowledge.quoting.has(closing));
  const saying = clauses[last];
  /** また、地域情勢について意見交換を行い、…と伝えた: nobody is named anew, so that both did the one, and who spoke before the other. */
  const aside = (clause: Clause): boolean =>
    alone && clause.bend === 'suspended' && !frames.some(({ weak, lands, span }) => !weak && !lands && span[1] <= clause.verb[0]);
  /** 同意を得たところ、…したい旨, 利益を共有しており、…したい旨: nobody else comes to speak, so it is told within what is said. */
  const toldWithin = (clause: Clause, i: number): boolean => {
    // a noun (当選への祝意と、…) has no past
    const told = knowledge.past.some((word) => text.endsWith(word, clause.verb[1]));
    if (told && isAttributive(clause, clauses[i - 1]?.next ?? start, i + 1 < clauses.length, frames)) return true;
    if (told && isOfAThing(text, clause, clauses[i + 1], frames, knowledge)) return true;
    const outcome = ACTS[clause.act].jointly;
    // 南アジア情勢について意見交換しつつ、…で一致: told for itself, where a comma sets it off and its matter is named
    const exchanged =
      clause.act === 'exchange' &&
      (saying === undefined || aside(clause)) &&
      isComma(text.charCodeAt(clause.next - 1)) &&
      named(text, clauses[i - 1]?.next ?? start, clause, knowledge);
    if (exchanged && aside(clause)) return false;
    if (outcome && clause.bend === 'suspended' && isOfLands(clause, clauses[i - 1]?.next ?? start, frames, alone)) return true;
    // 進めることで認識を共有しつつ、…で一致: what is shared is told for itself too
    const shared = clause.act === 'share' && saying === undefined && isComma(text.charCodeAt(clause.next - 1));
    // 先方から、…を確認しつつ、…を高く評価: what one side affirms beside what it says
    const affirmed = clause.act === 'confirm' && isBesideSaid(text, clause, clauses[i + 1], frames, alone);
    if (outcome && clause.bend === 'continuing') return !exchanged && !shared && !affirmed;
    // 知事は「知見を共有し、貢献していきたい」、「…」と述べ, 「良い議論ができた。…」と述べ: of what one says
    if (
      outcome &&
      (clause.bend === 'suspended' || clause.link === 'end') &&
      i < clauses.length - 1 &&
      isQuotedOf(text, clause.verb[0], start, frames)
    )
      return true;
    if (outcome && clause.link === 'connector' && knowledge.reasons.has(clause.by)) return true;
    if (saying === undefined || i >= last || handedOver(frames, clause.verb[1], saying.verb[0])) return false;
    // 強固さを確認した、…を進めたい旨: a finite clause before a comma, in a text whose sentences end otherwise, is a proposition
    const proposed = clause.bend === 'past' && clause.link === 'comma';
    // 先の会談で提案した、共同研究を…したい旨: of what is spoken of
    // 課題を理解した、…したい旨応答: what one has understood of what was said is said
    const understood = clause.act === 'concur' && knowledge.quoting.has(saying.closing);
    if (
      told &&
      proposed &&
      !clause.neutral &&
      !understood &&
      spokenAlone(frames, clause.verb[0], alone) &&
      !frames.some(({ span }) => span[0] >= clause.verb[1])
    )
      return true;
    if (outcome && (clause.act !== 'confirm' || proposed) && clause.link !== 'end' && !knowledge.coordinating.has(clause.by))
      return (
        spokenAlone(frames, clause.verb[0], alone) ||
        (clause.act === 'conclude' && saying.act === 'intend' && clause.bend === 'suspended' && isTopicAlone(frames, clause.verb[0]))
      );
    return clause.bend === 'past' && clause.link === 'connector' && knowledge.replying.has(clause.by);
  };
  return clauses.filter((clause, i) => {
    const above = governors[i];
    if (above?.reports && leadsOn(text, clause, above, () => named(text, clauses[i - 1]?.next ?? start, clause, knowledge))) return false;
    const next = frameAfter(frames, clause.verb[1]);
    // 議論を深め、日加間で協調していくことで一致: between whom it is done belongs to what is agreed
    const within = next?.kind === 'between' && next.lands && above?.reports === true;
    const handsOver = next !== undefined && !within && above !== undefined && next.span[1] <= above.verb[0];
    if (toldWithin(clause, i) || (above && isOfOthers(text, clause, clauses[i - 1]?.next ?? start, above, frames, knowledge))) return false;
    // 必要性を理解した上で、…: how something else is done; …につき議論を行ったが、結論は出なかった is told for itself
    if (clause.weak && clause.bend === 'past' && clause.link === 'connector' && !above && !knowledge.coordinating.has(clause.by))
      return handsOver || (clause.act === 'exchange' && named(text, clauses[i - 1]?.next ?? start, clause, knowledge));
    // 第1回政策協議を行った, 議長との懇談が行われた: that they met, and no word of what about
    if (clause.act === 'exchange' && isMeetingAlone(text, clause, clauses[i - 1]?.next ?? start, knowledge)) return false;
    if (clause.link === 'end' || clause.bend === 'past') return true;
    // 先方の支持もあり勝利できたことに謝意を: how it came about
    const support = clause.weak && ACTS[clause.act].family === 'regard' && clause.bend === 'suspended' && clause.link !== 'connector';
    if (support && above && clause.next === clause.verb[1] && !isComma(text.charCodeAt(clause.next))) return false;
    if (!above) return clause.link === 'comma' || clause.link === 'connector';
    if (handsOver || !above.reports) return true;
    const about = () => named(text, clauses[i - 1]?.next ?? start, clause, knowledge);
    // 核武装は受け入れられず、…する必要があることで一致: what is refused belongs to what is agreed
    if (clause.impersonal && ACTS[above.act].jointly && !above.neutral) return false;
    // 対話を立ち上げ、協力を進めることで一致: what is set up is agreed on, and was not set up there
    if (clause.weak && clause.act === 'conclude') return false;
    if (clause.weak) return above.neutral ? clause.bend !== 'suspended' || about() : about();
    if (clause.link !== 'connector' || clause.bend !== 'present' || above.neutral) return true;
    if (clause.act === 'exchange') return about();
    // 感謝する旨述べるとともに、…したい旨提案した: said for itself
    if (clause.neutral && clause.reports && knowledge.coordinating.has(clause.by)) return true;
    return (
      ACTS[clause.act].family === 'outcome' ||
      (ACTS[clause.act].family === 'regard' && ACTS[above.act].family === 'regard') ||
      isAccount(clause, above, knowledge) ||
      (knowledge.coordinating.has(clause.by) && (ACTS[above.act].family === 'outcome' || !knowledge.quoting.has(above.closing)))
    );
  });
}

/** Whether a place lies in a quotation that opens in its sentence, behind one who speaks alone, with nobody named in it. */
function isQuotedOf(text: string, at: number, start: number, frames: readonly Frame[]): boolean {
  const open = text.slice(start, at).lastIndexOf('\u300c');
  if (open < 0 || text.slice(start + open, at).includes('\u300d')) return false;
  const before = frames.filter(({ weak, span }) => !weak && span[1] <= start + open).at(-1);
  return before !== undefined && !before.joint && !frames.some(({ span }) => span[0] > start + open && span[1] <= at);
}

/** A noun of meeting with a verb that gives it, of which nothing tells what it was about. */
function isMeetingAlone(text: string, clause: Clause, from: number, knowledge: Knowledge): boolean {
  return clause.weak && knowledge.meetings.some((word) => text.startsWith(word, clause.verb[0])) && !named(text, from, clause, knowledge);
}

/** 大統領から、先方が支持を表明した、我が国の提案に言及した: who did it stands with が behind the one who speaks, and a thing follows, of which more is told. */
function isAttributive({ bend, link, verb }: Clause, from: number, goesOn: boolean, frames: readonly Frame[]): boolean {
  if (bend !== 'past' || link !== 'comma' || !goesOn || frames.some(({ weak, span }) => !weak && span[0] >= verb[1])) return false;
  const inside = frames.filter(({ span }) => span[0] >= from && span[1] <= verb[0]);
  return inside.length > 1 && inside[0]?.weak === false && inside.at(-1)?.kind === 'subject';
}

/** 首脳間で合意した、若者の交流を進めることで一致: what was done, of which nothing is reported, before the thing it was done to. */
function isOfAThing(text: string, clause: Clause, next: Clause | undefined, frames: readonly Frame[], { conjunctions, quoting }: Knowledge): boolean {
  const { bend, link, reports, verb } = clause;
  // 決意を伝えた、…していく旨説明した: a proposition of its own
  if (!next || reports || bend !== 'past' || link !== 'comma' || quoting.has(next.closing) || conjunctions.at(text, clause.next, next.verb[0]))
    return false;
  return !frames.some(({ weak, span }) => !weak && span[0] >= verb[1] && span[1] <= next.verb[0]);
}

/** 東山大臣から、先方が侵略を非難し、…を示していることを評価する: what others do by が belongs to the thing that is spoken of, up to its こと. */
function isOfOthers(text: string, clause: Clause, from: number, above: Clause, frames: readonly Frame[], { things, topics }: Knowledge): boolean {
  if (clause.reports || (clause.link !== 'comma' && clause.link !== 'connector') || clause.bend === 'past') return false;
  const subject = frames.findLast(({ kind, span }) => kind === 'subject' && span[0] >= from && span[1] <= clause.verb[0]);
  const speaker = subject && frames.findLast(({ kind, weak, span }) => !weak && kind !== 'between' && span[1] <= subject.span[0]);
  if (!subject || !speaker || speaker.joint || speaker.speakers[0]?.party === subject.speakers[0]?.party) return false;
  if (frames.some(({ weak, span }) => !weak && span[0] >= clause.verb[1] && span[1] <= above.verb[0])) return false;
  // 先方が来日したこと（…）は、友好の表れだと感謝し: a thing already, of which something is said
  for (let i = subject.span[1]; i < clause.verb[0]; i++)
    if (isComma(text.charCodeAt(i)) && topics.some((word) => text.endsWith(word, i))) return false;
  return !things.has(text, subject.span[1], clause.verb[0]) && things.has(text, clause.verb[1], above.verb[0]);
}

/** Whether what is told by しつつ stands, with its comma, before what the same side alone says next and what is no outcome of both. */
function isBesideSaid(text: string, clause: Clause, next: Clause | undefined, frames: readonly Frame[], alone: boolean): boolean {
  return (
    clause.bend === 'continuing' &&
    isComma(text.charCodeAt(clause.next - 1)) &&
    next !== undefined &&
    !ACTS[next.act].jointly &&
    spokenAlone(frames, clause.verb[0], alone)
  );
}

/** 先方から、両国が考えを共有し、…を行っていることを評価: what countries do by が is spoken of where one side speaks. */
function isOfLands({ reports, verb }: Clause, from: number, frames: readonly Frame[], alone: boolean): boolean {
  const lands =
    !reports && frames.some(({ kind, lands, joint, span }) => kind === 'subject' && lands && joint && span[0] >= from && span[1] <= verb[0]);
  return lands && spokenAlone(frames, verb[0], alone);
}

/** Whether somebody comes to speak between two places, even one whom the talks do not know; between which countries a thing is done, nobody does. */
function handedOver(frames: readonly Frame[], from: number, to: number): boolean {
  return frames.some(
    ({ kind, lands, span, weak, speakers }) => span[0] >= from && span[1] <= to && (!weak || speakers.length === 0) && !(kind === 'between' && lands),
  );
}

/** Whether the last strong frame before a place is of one side; where none is, whether one side spoke before. */
function spokenAlone(frames: readonly Frame[], at: number, alone: boolean): boolean {
  const frame = frames.findLast(({ weak, lands, span }) => !weak && !lands && span[1] <= at);
  if (!frame) return alone;
  return frame.kind === 'source' && !frame.joint;
}

/** 某大臣は、覚書に署名し、…していきたい旨述べた: what is wished for. */
function isTopicAlone(frames: readonly Frame[], at: number): boolean {
  const frame = frames.findLast(({ weak, lands, span }) => !weak && !lands && span[1] <= at);
  return frame?.kind === 'topic' && !frame.joint;
}

/** Without a comma it belongs to what is said: 日程を確認した上で返答したい旨, 緊密に協議しつつ協力していくことで. */
function leadsOn(text: string, clause: Clause, above: Clause, about: () => boolean): boolean {
  if (isComma(text.charCodeAt(clause.next - 1)) || isComma(text.charCodeAt(clause.next))) return false;
  if (clause.bend === 'past') return clause.link === 'connector' && above.neutral;
  // 訪問を歓迎し感謝する旨: two regards
  const regards = ACTS[clause.act].family === 'regard' && ACTS[above.act].family === 'regard' && clause.act !== above.act && !clause.weak;
  if (clause.bend === 'suspended' && regards) return false;
  // 情報を共有して対処することで, but not …について意見交換を行い連携していくことで
  if (clause.bend === 'suspended') return clause.next === clause.verb[1] && !(clause.act === 'exchange' && !clause.weak && about());
  return clause.bend === 'continuing' && ACTS[above.act].family === 'outcome';
}
