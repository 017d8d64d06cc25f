/**
 * Who is to visit whom. 1 the visitor is the one the words name, else the other side of the host; 2 where one side speaks of the
 * other's visit it hopes, and promises nothing; 3 a visit that only gives the occasion for something else is not promised there.
 */
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { dueOf } from './due.ts';
import { clauseStart, type Grade, gradeOf, type Item } from './items.ts';
import { others, type Promised, promised } from './promised.ts';

/** Between a person who is sent and the word for it, in units. */
const SENT = 40;
/** What makes a wish of it stands at most this far behind, in units: 延期したい. */
const WISH = 6;
/** A particle behind a visit: を. */
const PARTICLE = 2;
/** When it comes about is told in no more units. */
const REAL = 20;
/** 今回、, before the clause of a visit, in units. */
const NOW = 4;

/** Visits whose host the words name. */
export function findNamedVisits(item: Item): Promised[] {
  return item.mentions.flatMap((mention) => named(item, mention) ?? []);
}

export function findVisits(item: Item): Promised[] {
  const result = findNamedVisits(item);
  if (result.length > 0) return result;
  const visit = mission(item) ?? sent(item) ?? attendance(item) ?? unnamed(item);
  return visit ? [visit] : [];
}

/** Where the words name the host of a visit, 訪露, ロシアを訪問: the place of the visit. */
export function visitAt({ text, words }: Pick<Item, 'text' | 'words'>, [start, end]: Span, from: number, limit: number): Span | undefined {
  for (let i = Math.max(from, start - 4); i < start; i++) if (words.before.at(text, i, start)?.end === start) return [i, end];
  const after = words.after.at(text, end, limit);
  return after ? [start, after.end] : undefined;
}

/** 訪露, ロシアを訪問: the host is named. */
function named(item: Item, mention: Mention): Promised | undefined {
  const { text, span, words, talks } = item;
  if (!mention.party || (mention.kind !== 'party' && mention.kind !== 'place') || mention.span[0] < span[0]) return undefined;
  const at = visitAt(item, mention.span, span[0], item.limit);
  const back = at && setBack(item, at);
  if (at && back) return talks.parties.includes(mention.party) ? putOff(item, mention.party, at, back) : undefined;
  if (at && isUnderWay(item, at)) return undefined;
  const grade = at && (gradeOf(item, at[1]) ?? occasion(item, at));
  const real = at && !grade ? comesAbout(item, at[1]) : undefined;
  if (at && real !== undefined) return talks.parties.includes(mention.party) ? visitTo(item, mention.party, [at[0], real], 'firm') : undefined;
  if (!at || !grade || (grade === 'aimed' && words.presupposed.has(text, span[0], at[0]))) return undefined;
  return talks.parties.includes(mention.party) ? visitTo(item, mention.party, at, grade) : elsewhere(item, mention.party, at, grade);
}

/** 今回ロシアを訪問し、…, or on the day of the talks that are told: the visit that is being made. */
function isUnderWay({ text, span, words, dates, talks }: Item, at: Span): boolean {
  const due = dueOf(text, dates, at, talks.date?.edtf, words);
  if (due) return due.edtf !== undefined && due.edtf === talks.date?.edtf;
  // 今回、自分は初めて訪露: a comma may set it off
  const from = Math.max(span[0], clauseStart(text, span[0], at[0]) - NOW);
  return words.present.has(text, from, at[0]);
}

/** 訪日を延期する, 訪日を中止した: a visit that was planned and is put off, or will not take place. A wish to cancel cancels nothing. */
function setBack({ text, words, limit, dates }: Item, at: Span): 'deferred' | 'declined' | undefined {
  const found = words.setBack.at(text, at[1], limit);
  // 訪日を｜来年に｜延期する: to when, may stand between
  const to = found ? undefined : dates.find(({ span: [start] }) => start > at[1] && start - at[1] <= PARTICLE);
  if (to) {
    const after = words.goals.at(text, to.span[1], limit)?.end ?? to.span[1];
    return words.setBack.at(text.slice(at[1], to.span[0]) + text.slice(after, Math.min(limit, after + WISH)), 0)?.value;
  }
  if (!found) return undefined;
  return words.wishes.has(text, found.end, Math.min(limit, found.end + WISH)) ? 'deferred' : found.value;
}

/** The day told with it is the one on which it was to be. */
function putOff(item: Item, host: string, at: Span, stage: 'deferred' | 'declined'): Promised | undefined {
  const visit = visitTo(item, host, at, 'firm');
  return visit && { ...visit, stage, fixed: false, announced: undefined, rule: stage === 'deferred' ? 'visit-postponed' : 'visit-cancelled' };
}

/** 22日に訪朝する: one's own visit to a third country, where a day to come is told. */
function elsewhere(item: Item, host: string, at: Span, grade: Grade): Promised | undefined {
  const { mentions, speakers, statement, span } = item;
  if (grade !== 'firm' || statement.mode !== 'one' || speakers.length !== 1) return undefined;
  const visitor = mentions.findLast(({ kind, span: [start, end] }) => (kind === 'person' || kind === 'office') && start >= span[0] && end <= at[0]);
  if (visitor && visitor.party !== speakers[0]) return undefined;
  const side = sideBefore(item, host, at[0]);
  if (side !== undefined && side !== speakers[0]) return undefined;
  const visit = promised(item, {
    kind: 'visit',
    by: speakers,
    to: [host],
    at,
    grade,
    visitor: visitor?.role ?? visitor?.name,
    guest: visitor,
    rule: 'visit-elsewhere',
  });
  return visit.due ? visit : undefined;
}

/** 来月の訪露の機会に議論したい: who says so means to come, where a day to come is told. */
function occasion(item: Item, at: Span): Grade | undefined {
  const { text, words, statement, dates, talks, stage, span } = item;
  if (statement.mode !== 'one' || stage !== 'intended' || !words.occasions.at(text, at[1])) return undefined;
  if (words.now.has(text, ...span) || words.presupposed.has(text, span[0], at[0])) return undefined;
  return dueOf(text, dates, at, talks.date?.edtf, words) ? 'firm' : undefined;
}

/** 訪日が、11月に｜実現する: where the visit itself is told to come about. */
function comesAbout(item: Item, at: number): number | undefined {
  const { text, span, words } = item;
  const mark = words.agents.at(text, at);
  if (mark?.value !== 'agent') return undefined;
  const real = words.realising.all(text, mark.end, Math.min(span[1], mark.end + REAL))[0];
  return real && gradeOf(item, real.end) === 'firm' ? real.end : undefined;
}

/** @param at the words of the visit. @returns undefined where nobody can be told who comes, or another's visit is told by one side. */
export function visitTo(item: Item, host: string, at: Span, grade: Grade): Promised | undefined {
  const { mentions, talks, speakers, statement, span } = item;
  const visitor = mentions.findLast(
    ({ kind, party, span: [start, end] }) =>
      (kind === 'person' || kind === 'office') && party !== undefined && party !== host && start >= span[0] && end <= at[0],
  );
  const side = visitor ? undefined : sideBefore(item, host, at[0]);
  const guests = talks.parties.filter((party) => party !== host);
  const by = visitor?.party ? [visitor.party] : side ? [side] : guests.length > 1 && statement.mode === 'one' ? speakers : guests;
  if (by.length !== 1 || by[0] === host || !talks.parties.includes(by[0] as string)) return undefined;
  if (statement.mode === 'one' && !speakers.includes(by[0] as string)) return undefined;
  const guest = visitor ?? unplaced(item, at);
  const who = guest && (guest.role ?? guest.name);
  const visit = promised(item, { kind: 'visit', by, to: [host], at, grade, visitor: who, guest, rule: 'visit' });
  // preparing for a visit in general tells of none
  return grade === 'worked' && !visit.due ? undefined : visit;
}

/** プーチン首相が訪日する, 両陛下に御訪問頂く: somebody whom the page ties to no country. One of a third country is named with it. */
function unplaced({ mentions, span }: Item, at: Span): Mention | undefined {
  return mentions.findLast(
    ({ kind, party, span: [start, end] }) => (kind === 'person' || kind === 'office') && party === undefined && start >= span[0] && end <= at[0],
  );
}

/** ロシア側が訪日: the side that acts. */
function sideBefore({ text, mentions, words, span }: Item, host: string, at: number): string | undefined {
  return mentions.findLast(
    ({ kind, party, span: [start, end] }) =>
      kind === 'party' && party !== undefined && party !== host && start >= span[0] && end <= at && words.subjects.at(text, end, at) !== undefined,
  )?.party;
}

/** 使節団をタイに派遣: a body sent to the other side visits it. */
function mission(item: Item): Promised | undefined {
  const { text, span, words, talks, speakers, mentions, statement } = item;
  if (speakers.length !== 1 || statement.mode !== 'one') return undefined;
  const body = words.missions.all(text, span[0], span[1])[0];
  const sent = body && words.sending.all(text, body.end, span[1])[0];
  const grade = sent && gradeOf(item, sent.end);
  const host = others(speakers, talks);
  const elsewhere = mentions.some(
    ({ kind, party, span: [start] }) => kind === 'party' && party !== undefined && start >= span[0] && !talks.parties.includes(party),
  );
  if (!body || !sent || !grade || host.length !== 1 || elsewhere) return undefined;
  return promised(item, { kind: 'visit', by: speakers, to: host, at: [body.start, sent.end], grade, visitor: 'mission', rule: 'visit-mission' });
}

/** 副大臣をモスクワに派遣: a person of one side sent to where the other is at home. */
function sent(item: Item): Promised | undefined {
  const { text, span, words, talks, speakers, statement, mentions } = item;
  const deed = words.sending.all(text, span[0], span[1])[0];
  const grade = deed && gradeOf(item, deed.end);
  if (!grade) return undefined;
  const inside = mentions.filter(({ span: [start, end] }) => start >= span[0] && end <= deed.start);
  const person = inside.findLast(
    ({ kind, span: [, end] }) => (kind === 'person' || kind === 'office') && deed.start - end < SENT && words.objects.at(text, end, deed.start),
  );
  const host = inside.findLast(({ kind, span: [, end] }) => (kind === 'party' || kind === 'place') && words.goals.at(text, end, deed.start))?.party;
  if (!person || !host || !talks.parties.includes(host)) return undefined;
  // 双方は、外務次官をバンコクに派遣することで一致: of two, the one who is not at home there
  const [guest, ...more] = others([host], talks);
  const by = person.party ?? (speakers.length === 1 ? speakers[0] : more.length === 0 ? guest : undefined);
  if (by === undefined || by === host || (statement.mode === 'one' && !speakers.includes(by))) return undefined;
  const visitor = person.role ?? person.name;
  return promised(item, { kind: 'visit', by: [by], to: [host], at: [person.span[0], deed.end], grade, visitor, guest: person, rule: 'visit-sent' });
}

/** 横浜のサミットに大統領が出席する: somebody of one side comes to what is held where the other is at home. */
function attendance(item: Item): Promised | undefined {
  const { text, span, words, talks, speakers, statement, mentions } = item;
  const joint = statement.mode !== 'one' && speakers.length === 2;
  if (!joint && (speakers.length !== 1 || statement.mode !== 'one')) return undefined;
  for (const deed of words.attending.all(text, span[0], span[1])) {
    const grade = gradeOf(item, deed.end);
    if (!grade || !words.goals.has(text, span[0], deed.start)) continue;
    const inside = mentions.filter(({ span: [start, end] }) => start >= span[0] && end <= deed.start);
    const guest = inside.findLast(({ kind }) => kind === 'person' || kind === 'office');
    // 総理がソチの開会式に出席することを確認した: of two, the one whose person is named
    const by = joint ? guest?.party : speakers[0];
    if (by === undefined || !speakers.includes(by)) continue;
    const host = inside.findLast(({ kind, party }) => (kind === 'place' || kind === 'party') && party !== undefined && party !== by)?.party;
    if (!host || !talks.parties.includes(host) || (guest?.party !== undefined && guest.party !== by)) continue;
    // what a country takes part in need not bring its ministers there
    if (deed.value === 'taking-part' && !guest) continue;
    const visitor = guest && (guest.role ?? guest.name);
    return promised(item, { kind: 'visit', by: [by], to: [host], at: [deed.start, deed.end], grade, visitor, guest, rule: 'visit-attendance' });
  }
  return undefined;
}

/** ぜひ訪問したい: the speaker visits the other side; 来訪したい would be the other's. */
function unnamed(item: Item): Promised | undefined {
  const { text, span, words, talks, speakers, statement, mentions } = item;
  if (speakers.length !== 1 || statement.mode !== 'one') return undefined;
  const to = others(speakers, talks);
  if (
    to.length !== 1 ||
    mentions.some(({ kind, party, span: [start] }) => (kind === 'party' || kind === 'place') && start >= span[0] && party !== to[0])
  )
    return undefined;
  for (const found of words.alone.all(text, span[0], span[1])) {
    const grade = gradeOf(item, found.end);
    if (!grade || found.value !== 'alone' || isUnderWay(item, [found.start, found.end])) continue;
    return promised(item, { kind: 'visit', by: speakers, to, at: [found.start, found.end], grade, rule: 'visit-unnamed' });
  }
  return undefined;
}
