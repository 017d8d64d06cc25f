/**
 * Statements of running text: each clause with its speaker, and under one verb of saying each finite proposition.
 *
 *   > 先方から、支援に感謝する、協力を続けたい旨述べた。
 *     　　　　　＾＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾＾＾ two statements, one speaker
 */
import { ACTS } from '../../record/acts.generated.ts';
import type { Mention, Speaker } from '../../record/reading.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import { type Clause, classOf } from '../clauses.ts';
import { linkReply, REACH, repliesIn, takesUp } from '../replies.ts';
import type { Frame } from '../speakers/frame.ts';
import { handedOver } from '../speakers/handing.ts';
import { remarkEnd } from '../speakers.ts';
import { attends, behindAttendance, frameOfClause, speaksNext, unlisted } from './clause-frames.ts';
import { isEarlier } from './earlier.ts';
import { holderOf, whoHosts, whomMet, whoseAim } from './holders.ts';
import type { Knowledge } from './knowledge.ts';
import { isLeftOut, isWithOthers } from './left-out.ts';
import { behindMeeting, opening, SHORTEST, tailStart, unstopped } from './propositions.ts';
import { type Place, type Said, type Sheet, type Sided, write } from './sheet.ts';
import { sided, workedOut } from './sides.ts';
import { empty, told } from './telling.ts';

/**
 * @param announces whether items follow that a clause of this sentence may announce: 以下のとおり述べた.
 * @param later whether a verb of saying without a speaker of its own ends one of the next sentences.
 */
export function running(sheet: Sheet, place: Place, clauses: readonly Clause[], announces: boolean, later: () => boolean): void {
  const { text, pack, knowledge, memory, result } = sheet;
  const { sentence, frames, talks } = place;
  // (先方の求めに応え)東山大臣より、: what is told begins behind the remark
  const behind = remarkEnd(text, ...sentence.span);
  // (見方を質したのに対し)先方より、: the remark tells what was answered
  const asked = clauses.some(({ verb, by }) => verb[1] <= behind && knowledge.replying.has(by));
  let from = !asked && frames.some(({ span, weak }) => !weak && span[0] === behind) ? behind : sentence.span[0];
  let current: Said | undefined;
  let answering: readonly Speaker[] | undefined;
  let within = false;
  let besides = false;
  let led = false;
  const lastSaying = clauses.findLastIndex(({ neutral, reports }) => neutral && reports);
  for (const [i, read] of clauses.entries()) {
    let clause = unlisted(read, frames);
    // 開始を歓迎する、｜と述べた上で: the proposition before the comma is all that it reports
    if (i > 0 && clause.plain && clause.contentEnd + clause.closing.length === clause.verb[0] && empty(text, from, clause.contentEnd)) {
      from = clause.next;
      continue;
    }
    // 昨年12月の会議では計画を発出し、｜…したい旨述べた: what was done before is spoken of, or told by the publisher
    if (isEarlier(text, from, clause, sheet.dates, talks, knowledge)) {
      if (i >= lastSaying) from = clause.next;
      continue;
    }
    from = handedOver(text, frames, from, clause.contentEnd, clause.reports, knowledge.handing);
    const words = text.slice(from, clause.verb[1]);
    const chosen = frameOfClause(text, place, { from, clause, first: i === 0, current, carried: memory.carried, within }, knowledge, pack);
    const { frame, beside } = chosen;
    const begin = frame || !ACTS[clause.act].jointly ? from : behindAttendance(text, [from, clause.verb[0]], knowledge);
    const start = opening(text, begin, clause.verb[0], knowledge);
    const earlier = result.at(-1);
    const replies = repliesIn(text, [from, clause.verb[0]], pack);
    if (replies && earlier?.talks === talks.id && earlier.speakers.length === 1) answering ??= earlier.speakers;
    if (clause.alone && frame?.speakers.length === 1) clause = { ...clause, act: clause.alone };
    if (clause.comes && clause.bend !== 'desire' && frame?.kind === 'source' && frame.speakers.length === 1)
      clause = { ...clause, act: clause.comes };
    const met = knowledge.met.in(words);
    const shared = !current && (!memory.carried || workedOut(memory.carried)) && (place.ofTalks === true || endsJointly(clauses, i, frames));
    const goesOn = place.goesOn === true && i === 0;
    const goesOnSaying = clause.act === 'confirm' && (i < lastSaying || chosen.spokenOf) && !frame && current?.source === true && !current.joint;
    const whom = met ? whomMet(place.mentions, [from, clause.verb[0]]) : undefined;
    const own = sided(
      {
        clause,
        frame,
        current,
        answering,
        carried: memory.carried,
        talks,
        met,
        whom,
        backed: clause.act === 'support' ? whoseAim(text, place.mentions, [start, clause.verb[0]], knowledge) : undefined,
        hosting: clause.act === 'welcome' ? whoHosts(words, knowledge) : undefined,
        shared,
        mutual: knowledge.mutual.some((word) => text.endsWith(word, clause.verb[0])),
        chairs: clause.act === 'conclude' && knowledge.chairs.some((word) => words.includes(word)),
        endsJointly: frame?.all === true && endsJointly(clauses, i, frames),
        holder: frame ? undefined : holderOf(text, [from, clause.verb[1]], { clause, mentions: place.mentions, talks }, knowledge, pack),
        next: i === 0 && !frame ? speaksNext(frames, clause) : undefined,
        traveller: place.traveller,
        goesOn,
        goesOnSaying,
        words: text.slice(start, clause.verb[1]),
      },
      pack,
    );
    const heralds = announces && clause.link === 'end' && isAnnounced(words, knowledge);
    if (heralds && clause.act !== 'exchange') {
      const { path } = sentence.passage;
      const act = clause.plain ? undefined : clause.act;
      memory.floor = { speakers: own.speakers, joint: own.mode !== 'one', path, ...(act && { act }), ...(replies && { replies }) };
      current = memory.floor;
      from = clause.next;
      continue;
    }
    besides = isWithOthers(text, clause, from, besides && !frame, knowledge);
    if (besides || isLeftOut(text, place, { clause, frame, own, from, words, heralds, goesOn: earlier?.talks === talks.id }, knowledge)) {
      // 政務官は、某外相と懇談し、…を要請した: who met goes on
      if (besides || !met || clause.bend !== 'suspended') from = clause.next;
      continue;
    }
    // 両外相は…に同意した: what both concur in they agree on
    if (clause.act === 'concur' && own.mode === 'joint' && own.speakers.length === talks.parties.length) clause = { ...clause, act: 'agree' };
    const before = result.length;
    const finite = clause.link === 'comma' && (clause.bend === 'present' || clause.bend === 'desire');
    const saying = (clause.neutral && clause.reports) || i < lastSaying;
    const spoken = frame && !beside && frame.kind !== 'stance' && frame.span[0] >= from ? frame.span[1] : start;
    // 東山大臣は、来月某首相と会談し、結論を得たい旨述べた: part of what he says
    const known = ACTS[clause.act].jointly ? undefined : (span: Span) => namesOther(place, span, own);
    // 東山大臣は、某外相と会談し、｜協力したい旨述べた: whom he met there opens what is told of him, and is no part of it
    const whole = saying || frame?.kind === 'source';
    const partners = whole ? (span: Span) => namesPartner(place, span) : known;
    const contentFrom =
      whole && !opensWithPerson(place, opening(text, spoken, clause.verb[0], knowledge))
        ? spoken
        : behindMeeting(text, [spoken, clause.contentEnd], knowledge, partners);
    const spoke = told(sheet, place, {
      clause,
      own,
      start,
      from,
      words,
      saying,
      contentFrom,
    });
    const made = result[before];
    if (made) linkReply(result, before, replies || answering || led || clause.inverse || clause.answers ? REACH : takesUp(text, made, pack));
    // これに対し、先方は、来年の訪日に触れ、協力を続けたい旨述べた: what it leads to answers
    led = made?.repliesTo !== undefined && made.act === 'raise' && clause.bend !== 'past';
    // 意見交換を行い、…と伝えた: what both did, worked out, says nothing of who speaks next
    // 東山大臣から、…を提起し、協力することで一致し、…したい旨述べた: nor where one side speaks in the sentence
    const next = clauses[i + 1];
    const named = current?.source === true || (current?.firm === true && next?.neutral === true && next.reports);
    const between = next !== undefined && ACTS[next.act].family === 'position' && named && !current?.joint;
    // 東山大臣は、…について意見交換し、…したい旨述べた: the subject of both, who alone speaks next
    const subject = frame?.kind === 'topic' && !frame.weak && !frame.joint && frame.speakers.length === 1 ? frame : undefined;
    const alone = subject && own.mode === 'joint' && next && !next.passive && ACTS[next.act].family !== 'outcome';
    const aside =
      !frame &&
      own.mode === 'joint' &&
      (current ? between && ACTS[clause.act].jointly : clause.act === 'exchange' && memory.carried?.joint === false);
    // 先方から、再会を歓迎し、ロシアは関係を評価し: one's own country by its name is no other speaker
    const again = current?.firm === true && !current.joint && own.mode === 'one' && own.speakers[0]?.party === current.speakers[0]?.party;
    if (!aside)
      current = {
        speakers: alone ? subject.speakers : spoke.speakers,
        joint: !alone && spoke.mode !== 'one',
        firm: frame ? again || (!frame.lands && !frame.weak && !frame.joint) : (current ?? memory.carried)?.firm === true,
        source: frame ? frame.kind === 'source' : (current ?? memory.carried)?.source === true,
        whom: frame ? undefined : (whom ?? current?.whom),
      };
    answering = clause.link === 'connector' && knowledge.replying.has(clause.by) && own.speakers.length === 1 ? own.speakers : undefined;
    within = finite;
    from = clause.next;
  }
  unfinished(sheet, place, from, later);
  goesOnAfter(sheet, place, clauses, later);
  const last = frames.findLast((frame) => !frame.weak);
  if (current) memory.carried = current;
  else if (last) memory.carried = { speakers: last.speakers, joint: last.joint, firm: !last.lands && !last.joint };
}

/** Whether a person is named right at a place, behind the country perhaps: デンマークの某外相. */
function opensWithPerson({ mentions }: Place, at: number): boolean {
  const i = firstFrom(mentions, at);
  const [first, next] = [mentions[i], mentions[i + 1]];
  if (first?.span[0] !== at) return false;
  return first.kind === 'person' || (first.kind === 'party' && next?.kind === 'person' && next.span[0] - first.span[1] <= 1);
}

/** Whether one of those who met is named within a span. */
function namesPartner({ mentions, talks }: Place, [start, end]: Span): boolean {
  for (let i = firstFrom(mentions, start); i < mentions.length && (mentions[i] as Mention).span[1] <= end; i++) {
    const { kind, name } = mentions[i] as Mention;
    if (kind === 'person' && talks.participants.some((one) => one.name === name)) return true;
  }
  return false;
}

/** Whether a person of another side of the talks than those who speak is named within a span. */
function namesOther({ mentions, talks }: Place, [start, end]: Span, { speakers }: Sided): boolean {
  return mentions.some(
    ({ kind, party, span }) =>
      kind === 'person' &&
      span[0] >= start &&
      span[1] <= end &&
      party !== undefined &&
      talks.parties.includes(party) &&
      speakers.every((one) => one.party !== party),
  );
}

/** 進展を歓迎し、…で一致した: no subject is written, and the next predicate is of both. */
function endsJointly(clauses: readonly Clause[], i: number, frames: readonly Frame[]): boolean {
  const [clause, next] = [clauses[i] as Clause, clauses[i + 1]];
  if (!next || clause.passive || clause.neutral || clause.bend !== 'suspended' || clause.link !== 'comma') return false;
  return ACTS[next.act].jointly && !frames.some(({ span, joint }) => !joint && span[0] >= clause.verb[1] && span[1] <= next.verb[0]);
}

/** 次のように述べた。: nothing is said in the sentence itself, and the passage goes on with it. */
export function isHerald(text: string, { verb, link, neutral }: Clause, { lists }: Knowledge): boolean {
  return link === 'end' && neutral && lists.words.some((word) => text.endsWith(word, verb[0]));
}

/** 以下のとおり述べた: items follow. */
export function isAnnounced(words: string, { lists }: Knowledge): boolean {
  return lists.in(words);
}

/** A speaker is named and no verb of saying follows: 先方から、…である。 */
function unfinished(sheet: Sheet, place: Place, from: number, later: () => boolean): void {
  const { text, pack, knowledge, memory } = sheet;
  const frame = place.frames.findLast((candidate) => candidate.kind === 'source' && !candidate.weak);
  if (!frame || frame.span[0] < from) return;
  const [start, end] = unstopped(text, [frame.span[1], place.sentence.span[1]]);
  if (end - start < SHORTEST || !knowledge.finite(text, start, end) || attends(text, [start, end], knowledge)) return;
  const begin = opening(text, start, end, knowledge);
  const found = classOf(text, [begin, end], pack);
  write(sheet, place, {
    span: [opening(text, from, end, knowledge), end],
    verb: [found?.start ?? tailStart(text, [begin, end]), end],
    act: found?.act ?? 'state',
    rule: `${found?.rule ?? 'acts/proposition'}+frame`,
    content: [begin, end],
    own: { speakers: frame.speakers, mode: frame.joint ? 'joint' : 'one', doubt: false },
  });
  if (repliesIn(text, [from, end], pack)) linkReply(sheet.result, sheet.result.length - 1, REACH);
  memory.carried = { speakers: frame.speakers, joint: frame.joint, firm: !frame.joint };
  if (later()) memory.floor = { speakers: frame.speakers, joint: frame.joint, path: place.sentence.passage.path, until: true };
}

/** 先方から、支援に感謝する。情勢は改善している。…したい旨述べた。: a sentence in the present that one speaks, whose verb of saying comes later. */
function goesOnAfter({ memory }: Sheet, { frames, sentence }: Place, clauses: readonly Clause[], later: () => boolean): void {
  const last = clauses.at(-1);
  if (memory.floor || last?.link !== 'end' || (last.bend !== 'present' && last.bend !== 'desire') || last.neutral) return;
  const frame = frames.findLast(({ kind, weak }) => kind === 'source' && !weak);
  if (!frame || frame.joint || frame.speakers.length !== 1 || !later()) return;
  memory.floor = { speakers: frame.speakers, joint: false, path: sentence.passage.path, until: true };
}
