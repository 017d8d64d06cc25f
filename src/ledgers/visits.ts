/**
 * Visits: from the invitation to the day on which somebody came.
 *
 * 1 A line is one visit by one visitor of one side to the other; 2 the evidence is talks held in the host's country with the visitor among
 * those who took part, within the time told, or words of later talks that speak of that visit as past; a conference there, a stop on the
 * way, another person, another level are no evidence and are listed with the reason; 3 where two lines could be meant, none is.
 */
import type { PromiseExtract, VisitExtract } from '../record/extract.ts';
import { extentOf } from '../time/extent.ts';
import { LADDER } from './line.ts';
import { citedAt, citedTalks, type Happened, speakersOf } from './telling.ts';
import { beginTrack, enterTelling, moveTo, type Track, timeOf } from './track.ts';
import { found, likeness, mayBeSame, moreOf, toldOf, type Visitor, visitorOf, type WhyNot } from './visitor.ts';
import { daysFrom, firstDay, mayBeOne, narrower, shifted } from './window.ts';

interface Unit {
  readonly guest: string;
  readonly host: string;
  readonly visit?: PromiseExtract;
  readonly invitation?: PromiseExtract;
}

export function followVisits(happened: readonly Happened[], parties: readonly [string, string]): Track[] {
  const all: Track[] = [];
  /** Lines that are not closed, by their direction. */
  const open = new Map<string, Track[]>();
  const declined: Track[] = [];
  for (const talks of happened) {
    for (const [guest, host] of [parties, [parties[1], parties[0]] as const]) {
      const key = `${guest}>${host}`;
      const lines = open.get(key);
      if (lines) {
        lookFor(lines, talks, guest, host);
        lookBack(lines, talks, guest, host);
        open.set(
          key,
          lines.filter((line) => !line.closed && isFollowed(line, talks.day)),
        );
      }
    }
    for (const unit of unitsOf(talks.promises, parties)) {
      const key = `${unit.guest}>${unit.host}`;
      const lines = open.get(key) ?? [];
      open.set(key, lines);
      const { line, fresh } = enter(unit, talks, lines, declined);
      if (fresh) all.push(line);
      if (line.closed === 'declined') declined.push(line);
      if (line.closed)
        open.set(
          key,
          lines.filter((one) => one !== line),
        );
    }
  }
  return all;
}

/** Declined, or its time went by. */
function isGone(line: Track, day: string | undefined): boolean {
  return line.closed === 'declined' || (day !== undefined && line.last !== '' && timeOf(line).window.last < day);
}

function isFollowed(line: Track, day: string | undefined): boolean {
  return day === undefined || day <= timeOf(line).until;
}

/** The invitations and visits of one page, each visit with the invitation that it answers. */
function unitsOf(promises: readonly PromiseExtract[], parties: readonly [string, string]): Unit[] {
  const units: Unit[] = [];
  const invitations = new Map(promises.filter(({ kind }) => kind === 'invitation').map((one) => [one.id, one]));
  const answered = new Set<string>();
  for (const visit of promises) {
    if (visit.kind !== 'visit') continue;
    const [guest, host] = [visit.by[0], visit.to[0]];
    if (visit.by.length !== 1 || visit.to.length !== 1 || guest === undefined || host === undefined) continue;
    if (!parties.includes(guest) || !parties.includes(host)) continue;
    const invitation = visit.answers === undefined ? undefined : invitations.get(visit.answers);
    if (invitation) answered.add(invitation.id);
    units.push({ guest, host, visit, ...(invitation && { invitation }) });
  }
  for (const invitation of invitations.values()) {
    if (answered.has(invitation.id)) continue;
    const [host] = invitation.by;
    const guest = parties.find((party) => party !== host && invitation.to.includes(party));
    if (host === undefined || guest === undefined || !parties.includes(host)) continue;
    units.push({ guest, host, invitation });
  }
  return units;
}

/** Enters a unit into the line that it goes on, or into a new one. */
function enter(
  { guest, host, visit, invitation }: Unit,
  talks: Happened,
  lines: Track[],
  declined: readonly Track[],
): { line: Track; fresh: boolean } {
  const visitor = visitorOf(guest, visit, invitation, talks.met);
  const event = isEvent((visit ?? invitation)?.rule ?? '');
  const due = visit?.due ?? invitation?.due;
  const backward = visit !== undefined && LADDER[visit.stage] < 0;
  const line = lineFor(lines, talks, { visitor, event, due, backward });
  const track = line?.track ?? beginTrack(talks, (visit ?? invitation) as PromiseExtract, { kind: 'visit', by: [guest], to: [host], visitor, event });
  if (!line) {
    const before = [...declined.filter(({ by, to }) => by[0] === guest && to[0] === host), ...lines].findLast(
      (one) => one.document !== talks.extract.document && one.visitor !== undefined && mayBeSame(one.visitor, visitor) && isGone(one, talks.day),
    );
    if (before) track.after = before.id;
    lines.push(track);
  }
  if (invitation) enterTelling(track, talks, invitation, [host]);
  if (visit)
    enterTelling(
      track,
      talks,
      visit,
      LADDER[visit.stage] >= LADDER.agreed && visit.stage !== 'accepted' ? speakersOf(visit) : [guest],
      reasonOf(track, line, visit),
    );
  track.visitor = track.visitor ? moreOf(track.visitor, visitor) : visitor;
  // the day named with what is put off is the one that no longer holds; what is only thought about keeps that of its invitation
  if (backward && !invitation) delete track.due;
  else {
    const told = line?.moved ? due : narrower(track.due, due);
    if (told) track.due = told;
  }
  return { line: track, fresh: line === undefined };
}

/** Who comes to a conference comes for it, and with others. */
function isEvent(rule: string): boolean {
  return rule.endsWith('/visit-attendance') || rule.endsWith('-event');
}

/** Why a telling that says no more than what is known already is a step all the same. */
function reasonOf(track: Track, line: { moved: boolean } | undefined, visit: PromiseExtract): 'date-moved' | 'date-told' | undefined {
  if (!line) return undefined;
  if (line.moved) return 'date-moved';
  const more = visit.due !== undefined && narrower(track.due, visit.due) === visit.due && track.due?.edtf !== visit.due.edtf;
  return more && LADDER[visit.stage] <= LADDER[track.stage] && !track.putOff ? 'date-told' : undefined;
}

interface Wanted {
  readonly visitor: Visitor;
  readonly event: boolean;
  readonly due: PromiseExtract['due'];
  readonly backward: boolean;
}

/** The one open line that a telling can be of; undefined where there is none, or where two could be meant. */
function lineFor(
  lines: readonly Track[],
  { extract, day, meeting }: Happened,
  { visitor, event, due, backward }: Wanted,
): { track: Track; moved: boolean } | undefined {
  const same = lines.filter(
    (one) =>
      one.document !== extract.document &&
      one.event === event &&
      one.visitor !== undefined &&
      mayBeSame(one.visitor, visitor) &&
      isFollowed(one, day),
  );
  const fitting = same.filter((one) => mayBeOne(one.due, due));
  if (fitting.length === 1 && fitting[0]) return { track: fitting[0], moved: false };
  if (fitting.length > 1) {
    const exact = fitting.filter((one) => due !== undefined && one.due !== undefined);
    return exact.length === 1 && exact[0] ? { track: exact[0], moved: false } : undefined;
  }
  // another date for the visit of a person who is named both times, while no other visit of his is open
  const [only] = same;
  const certain = only?.visitor !== undefined && likeness(only.visitor, visitor) === 'same';
  // what two tell of one meeting in two ways has not moved
  if (same.length !== 1 || !only || !certain || only.at.has(meeting)) return undefined;
  return backward || isLater(only, due) ? { track: only, moved: !backward } : undefined;
}

function isLater(track: Track, due: PromiseExtract['due']): boolean {
  const [old, told] = [firstDay(track.due?.edtf), firstDay(due?.edtf)];
  return old !== undefined && told !== undefined && told > old;
}

/** Whether it was promised at an earlier meeting, and nothing has ended it. */
function isBefore({ first, closed, at }: Track, day: string, meeting: string): boolean {
  return first !== '' && first < day && !closed && !at.has(meeting);
}

/** Holds the open lines of one direction against talks that may be the visit. */
function lookFor(lines: readonly Track[], { extract, met, day, meeting }: Happened, guest: string, host: string): void {
  if (day === undefined || met.kind === 'call') return;
  const there =
    met.place?.party !== undefined ? met.place.party === host : met.visiting?.some((one) => one.host === host && one.party === guest) === true;
  if (!there) return;
  const cited = citedTalks(extract, met);
  const fitting: { track: Track; reason: 'visit-by-person' | 'visit-by-level' | 'attendance' }[] = [];
  for (const track of lines) {
    if (!isBefore(track, day, meeting)) continue;
    const answer = weigh(track, met, guest, day);
    if (answer === 'visit-by-person' || answer === 'visit-by-level' || answer === 'attendance') fitting.push({ track, reason: answer });
    else track.looked.push({ why: answer, cited });
  }
  const [only] = chosen(fitting, day);
  for (const { track, reason } of fitting) {
    if (only?.track === track) moveTo(track, 'done', { day, by: [guest], cited: [cited], reason });
    else track.looked.push({ why: 'several-chains', cited });
  }
}

/** Holds the open lines of one direction against visits that the talks speak of as past. */
function lookBack(lines: readonly Track[], { extract, met, day, meeting, visits }: Happened, guest: string, host: string): void {
  if (day === undefined) return;
  for (const visit of visits) {
    if (visit.to !== host || (visit.by !== undefined && visit.by !== guest)) continue;
    const cited = citedAt(extract, met, visit.told);
    const fitting: Track[] = [];
    for (const track of lines) {
      if (!isBefore(track, day, meeting)) continue;
      const answer = weighTold(track, visit, day);
      if (answer === 'visit-told') fitting.push(track);
      else track.looked.push({ why: answer, cited });
    }
    const [only] = fitting;
    if (fitting.length === 1 && only) moveTo(only, 'done', { day, by: [guest], cited: [cited], reason: 'visit-told' });
    else for (const track of fitting) track.looked.push({ why: 'several-chains', cited });
  }
}

/** What a visit is told for must be no wider than this where it is wider than the time of the promise. */
const A_MONTH = 31;

function weighTold(track: Track, visit: VisitExtract, day: string): 'visit-told' | WhyNot {
  // why somebody came is not told with it
  if (track.event) return 'event';
  const who = toldOf(track.visitor ?? { how: 'level' }, visit.visitor, visit.by !== undefined);
  if (who !== 'visit-told') return who;
  const extent = extentOf(visit.date);
  if (!extent) return 'time-unclear';
  const [first, last] = [extent.first, extent.last < day ? extent.last : shifted(day, -1)];
  const { window } = timeOf(track);
  if (last < window.first || last <= track.first) return 'before-window';
  if (first > window.last) return 'after-window';
  if (first <= track.first) return 'time-unclear';
  if (first >= window.first && last <= window.last) return 'visit-told';
  return window.first >= first && window.last <= last && daysFrom(first, last) < A_MONTH ? 'visit-told' : 'time-unclear';
}

/** Of several lines that one visit could end, the only one that was told for that time; none where that leaves a choice. */
function chosen<T extends { readonly track: Track }>(fitting: readonly T[], day: string): readonly T[] {
  if (fitting.length <= 1) return fitting;
  const dated = fitting.filter(({ track }) => {
    const { window } = timeOf(track);
    return !window.open && window.first <= day && day <= window.last;
  });
  return dated.length === 1 ? dated : [];
}

function weigh(track: Track, met: Happened['met'], guest: string, day: string): 'visit-by-person' | 'visit-by-level' | 'attendance' | WhyNot {
  if (met.transit) return 'transit';
  if (met.parties.length > 2 && !track.event) return 'several-parties';
  const conference = met.kind === 'multilateral' || met.kind === 'summit' || (met.occasion !== undefined && !met.visitOccasion);
  if (conference && !track.event) return 'event';
  const who = found(track.visitor ?? { how: 'level' }, guest, met);
  if (who !== 'visit-by-person' && who !== 'visit-by-level') return who;
  const { window } = timeOf(track);
  // a conference of which no time was told could be any other
  if (track.event && window.open) return 'event';
  if (day < window.first) return 'before-window';
  if (day > window.last) return 'after-window';
  return track.event ? 'attendance' : who;
}
