/**
 * Who is to visit whom. 1 the visitor is the one the words name, else the other side of the host; 2 where one side speaks of the
 * other's visit it hopes, and promises nothing.
 */
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { type Grade, gradeOf, type Item } from './items.ts';
import { others, type Promised, promised } from './promised.ts';

export function findVisits(item: Item): Promised[] {
  const result: Promised[] = [];
  for (const mention of item.mentions) {
    const visit = named(item, mention);
    if (visit) result.push(visit);
  }
  if (result.length > 0) return result;
  const visit = mission(item) ?? unnamed(item);
  return visit ? [visit] : [];
}

/** 訪露, ロシアを訪問: the host is named. */
function named(item: Item, mention: Mention): Promised | undefined {
  const { text, span, words, talks } = item;
  if (!mention.party || (mention.kind !== 'party' && mention.kind !== 'place') || mention.span[0] < span[0] || !talks.parties.includes(mention.party))
    return undefined;
  const [start, end] = mention.span;
  let at: Span | undefined;
  for (let i = Math.max(span[0], start - 4); i < start && !at; i++) if (words.before.at(text, i, start)?.end === start) at = [i, end];
  const after = at ? undefined : words.after.at(text, end, item.limit);
  if (after) at = [start, after.end];
  const grade = at && gradeOf(item, at[1]);
  return at && grade ? visitTo(item, mention.party, at, grade) : undefined;
}

function visitTo(item: Item, host: string, at: Span, grade: Grade): Promised | undefined {
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
  return promised(item, { kind: 'visit', by, to: [host], at, grade, visitor: visitor && (visitor.role ?? visitor.name), rule: 'visit' });
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
    if (!grade || found.value === 'coming') continue;
    return promised(item, { kind: 'visit', by: speakers, to, at: [found.start, found.end], grade, rule: 'visit-unnamed' });
  }
  return undefined;
}
