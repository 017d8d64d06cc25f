/**
 * Who is spoken of in a clause and does not speak in it, although a frame could be made of the words.
 *
 *   > 東山大臣から、…に感謝し、オルロフ外相が発揮している指導力に敬意を表し     > モロッコが規制を撤廃したことへの謝意を示し
 *     　　　　　　　　　　　　　＾＾＾＾＾＾＾＾ spoken of                     ＾＾＾＾＾
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import { type Clause, classOf } from '../clauses.ts';
import type { Frame } from '../speakers/frame.ts';
import { isNoun } from '../speakers/framing.ts';
import { speakersOf } from '../speakers/knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Said } from './sheet.ts';
import { workedOut } from './sides.ts';

export interface Spoken {
  readonly text: string;
  readonly frame: Frame;
  readonly clause: Clause;
  /** Who spoke in the clause before, of the same sentence. */
  readonly current: Said | undefined;
  /** Who spoke last in the sentence before, of the same place. */
  readonly carried: Said | undefined;
}

export function isSpokenOf({ text, frame, clause, current, carried }: Spoken, knowledge: Knowledge, pack: Pack): boolean {
  return (
    isWithin(frame, clause, current) ||
    isDoing(text, frame, clause, current, knowledge) ||
    isAsked(text, frame, clause, current ?? carried, pack) ||
    isContent(frame, clause, current ?? carried) ||
    isOfThing(text, frame, clause, pack) ||
    isOfNoun(text, frame, clause, current ?? carried, knowledge) ||
    isOfDuty(text, frame, clause, current ?? carried, knowledge) ||
    isDescribed(text, frame, clause, current ?? carried, knowledge)
  );
}

/**
 * Once a person or a side speaks, countries by their bare names belong to what is said, and so do those with whom it was done:
 * …日露間で進めることへの期待を表明, 両国が栄えることへの期待を表明, 先方の次官との間で準備しており、…を期待する旨述べた.
 */
function isContent(frame: Frame, clause: Clause, said: Said | undefined): boolean {
  if (said?.firm !== true) return false;
  // 先方から、…に感謝、総理との間で会談を設けていただき光栄、…
  if (frame.kind === 'between' && !ACTS[clause.act].jointly)
    return frame.lands === true || (clause.neutral && clause.reports) || (said.source === true && !said.joint);
  // …首相が発揮している指導力に敬意を表し: who comes to speak is introduced by から or は
  if (frame.kind === 'subject' && frame.weak && !frame.joint && !frame.lands && !ACTS[clause.act].jointly)
    return !said.joint && said.speakers.length > 0;
  if (!frame.lands) return false;
  // 両国は…を行ってきた等、両国関係について発言: countries do not speak
  return (clause.neutral && (clause.reports || !said.joint)) || (frame.kind === 'subject' && !ACTS[clause.act].jointly);
}

/**
 * 某首相は、…に謝意を表し、某大統領からも祝意をお伝えしたいと｜言付かっている旨述べた: from whom it comes does not speak; nor does who is to give:
 * 先方から、…。会議を開くので、日本からも支持を｜いただきたい旨述べた.
 */
export function isSource(
  { text, frame: { joint, span, speakers }, clause: { act, reports, verb }, current, carried }: Spoken,
  knowledge: Knowledge,
): boolean {
  const said = current ?? carried;
  if (joint || !said || said.joint) return false;
  const words = text.slice(span[1], verb[1]);
  if (current && knowledge.relayed.some((word) => words.includes(word))) return true;
  if (act !== 'request' || !reports || isComma(text.charCodeAt(span[1])) || !isComma(text.charCodeAt(span[0] - 1))) return false;
  const other = said.speakers[0]?.party !== speakers[0]?.party && speakers[0]?.person === undefined;
  return other && knowledge.given.some((word) => words.includes(word));
}

/** 東山大臣から、…と述べた。また、ロシアは重要な隣国であり、…に期待を表明した: a country of which it is said what it is does not come to speak. */
function isDescribed(
  text: string,
  { kind, lands, joint, span, speakers }: Frame,
  { act, verb }: Clause,
  said: Said | undefined,
  knowledge: Knowledge,
): boolean {
  if (kind !== 'topic' || !lands || joint || said?.firm !== true || said.joint || (ACTS[act].jointly && act !== 'confirm')) return false;
  if (said.speakers[0]?.party === speakers[0]?.party) return false;
  for (let i = span[1]; i < verb[0]; i++) if (isComma(text.charCodeAt(i)) && knowledge.copulas.some((word) => text.endsWith(word, i))) return true;
  return false;
}

/** モロッコが規制を撤廃した｜ことへの謝意を示し: whose deed it is that is thanked for or welcomed does not speak. */
function isOfThing(text: string, { kind, joint, span }: Frame, { act, verb }: Clause, pack: Pack): boolean {
  if (kind !== 'subject' || joint || ACTS[act].family !== 'regard' || isComma(text.charCodeAt(span[1]))) return false;
  return speakersOf(pack)?.things.has(text, span[1], verb[1]) === true;
}

/** 双方は…で一致した。また、日本が議長を引き継ぐ｜ことも見据え、協力を確認した: who does that by which a noun is told does not speak, where both do. */
function isOfNoun(
  text: string,
  { kind, span, lands }: Frame,
  { act, verb }: Clause,
  said: Said | undefined,
  { attributive, quoting }: Knowledge,
): boolean {
  if (kind !== 'subject') return false;
  const { jointly, family } = ACTS[act];
  const both = said?.joint === true && !workedOut(said) && (jointly || family === 'regard');
  // 両国が経済関係を深める｜期待を述べた: countries do not speak
  if (!both && (!lands || jointly)) return false;
  for (let i = span[1]; i < verb[0] && !isComma(text.charCodeAt(i)); i++) {
    if (!attributive.ends.some((word) => i - word.length > span[1] && text.endsWith(word, i))) continue;
    if (attributive.nouns.some((word) => text.startsWith(word, i))) return true;
    // 日本側が支援する旨: what is said is no noun
    for (const word of quoting) if (text.startsWith(word, i)) return false;
    if (isNoun(text.charCodeAt(i))) return true;
  }
  return false;
}

/** また、双方は手を携えなければならないと語った: what both ought to do is said by the one who spoke before. */
function isOfDuty(text: string, { kind, joint }: Frame, clause: Clause, said: Said | undefined, { duties }: Knowledge): boolean {
  if (kind !== 'topic' || !joint || !clause.neutral || !clause.reports || said?.firm !== true || said.joint) return false;
  return duties.some((word) => text.endsWith(word, clause.contentEnd));
}

/** …から、謝意を述べつつ、両国は…であると期待を表明し: in what one side alone reports in the same sentence countries are spoken of. */
function isWithin(frame: Frame, clause: Clause, current: Said | undefined): boolean {
  const reports = clause.reports || clause.contentEnd < clause.verb[0];
  return frame.lands && reports && !ACTS[clause.act].jointly && current?.firm === true && !current.joint && current.speakers.length === 1;
}

/** 東山大臣から、…とともに、先方政府としても、対策に取り組んでおり、…に敬意を表する旨述べた: what the other side does is told by the one who speaks. */
function isDoing(text: string, { kind, joint, span, speakers }: Frame, clause: Clause, current: Said | undefined, knowledge: Knowledge): boolean {
  if (kind !== 'stance' || joint || current?.source !== true || current.joint || !clause.reports) return false;
  if (current.speakers[0]?.party === speakers[0]?.party) return false;
  for (let i = span[1] + 1; i < clause.contentEnd; i++)
    if (isComma(text.charCodeAt(i)) && knowledge.handing.ends.some((word) => i - word.length > span[1] && text.endsWith(word, i))) return true;
  return false;
}

/** 先方から、…。さらに、日本も｜協力して欲しい旨の要請があった: a country without a comma behind it, in the words of a request, is the one that is asked. */
function isAsked(text: string, { kind, lands, joint, span, speakers }: Frame, clause: Clause, said: Said | undefined, pack: Pack): boolean {
  if (
    kind !== 'topic' ||
    !lands ||
    joint ||
    clause.contentEnd === clause.verb[0] ||
    ACTS[clause.act].family !== 'asking' ||
    isComma(text.charCodeAt(span[1]))
  )
    return false;
  if (said?.firm !== true || said.joint || said.speakers[0]?.party === speakers[0]?.party) return false;
  return classOf(text, [span[1], clause.contentEnd], pack)?.act === 'request';
}
