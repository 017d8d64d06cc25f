/**
 * The promises inside one statement.
 *
 * 1 a promise names something that can be checked later: a visit, a meeting, money, a signature, entry into force, a named deed;
 * 2 cooperation and effort alone are none.
 */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { Commitment, Mention, Statement, Talks } from '../../record/reading.ts';
import { isBlank, type Span } from '../../text/span.ts';

export interface Promised {
  readonly kind: Commitment['kind'];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly stage: Commitment['stage'];
  /** The words of the undertaking. */
  readonly span: Span;
  /** Where the promised thing itself is named. */
  readonly at: Span;
  /** What tells promises of one kind and pair apart: the deed, the money. */
  readonly matter: string;
  /** Who visits, where the words name someone else than the speaker. */
  readonly visitor?: string;
  readonly conditions: NonNullable<Commitment['conditions']>;
  readonly rule: string;
}

type Knowledge = Section<'commitments'>;

interface Words {
  readonly before: Scanner<true>;
  readonly after: Scanner<true>;
  readonly alone: Scanner<true>;
  readonly coming: Scanner<true>;
  readonly not: Scanner<true>;
  readonly invitations: Scanner<true>;
  readonly meetings: Scanner<true>;
  readonly doing: Scanner<'doing' | 'held'>;
  readonly next: Scanner<true>;
  readonly aid: Scanner<true>;
  readonly signatures: Scanner<true>;
  readonly entries: Scanner<true>;
  readonly actions: Scanner<string>;
  readonly soft: Scanner<true>;
  readonly conditions: Scanner<true>;
  readonly subjects: Scanner<true>;
  readonly happened: Scanner<true>;
}

const some = (words: readonly string[]): Scanner<true> => makeScanner(words.map((word): [string, true] => [word, true]));

const wordsOf = compiled((knowledge: Knowledge): Words => {
  const { visits, meetings } = knowledge;
  return {
    before: some(visits.before),
    after: some(visits.after),
    alone: some(visits.alone),
    coming: some(visits.coming),
    not: some(visits.not),
    invitations: some(knowledge.invitations),
    meetings: some(meetings.nouns),
    doing: makeScanner<'doing' | 'held'>([...meetings.held.map((word): [string, 'held'] => [word, 'held']), ...meetings.doing.map((word): [string, 'doing'] => [word, 'doing'])]),
    next: some(meetings.next),
    aid: some(knowledge.aid),
    signatures: some(knowledge.signatures),
    entries: some(knowledge.entries),
    actions: makeScanner(knowledge.actions.map((word): [string, string] => [word, word])),
    soft: some(knowledge.soft),
    conditions: some(knowledge.conditions),
    subjects: some(knowledge.subjects),
    happened: some(knowledge.happened),
  };
});

/** Acts by which the speakers bind themselves, and the stage that this gives to what they name. */
const STAGES: Partial<Record<Statement['act'], Commitment['stage']>> = {
  agree: 'agreed',
  confirm: 'agreed',
  pledge: 'agreed',
  intend: 'intended',
  accept: 'accepted',
  defer: 'deferred',
  reject: 'declined',
};

export function findPromises(text: string, statement: Statement, mentions: readonly Mention[], talks: Talks, knowledge: Knowledge): Promised[] {
  const words = wordsOf(knowledge);
  const speakers = statement.speakers.map(({ party }) => party);
  if (speakers.length === 0) return [];
  if (statement.act === 'invite') return invited(statement, speakers, talks);
  const stage = STAGES[statement.act];
  if (!stage) return [];
  const body: Span = statement.content ?? statement.span;
  const soft = words.soft.all(text, body[0], statement.verb.span[1]).length > 0;
  const own = { text, statement, mentions, talks, words, speakers, body, stage: soft && stage === 'agreed' ? ('intended' as const) : stage };
  const found = [...visits(own), ...meetings(own), ...money(own), ...signatures(own), ...actions(own)];
  if (statement.act === 'accept' && found.length === 0) found.push(...taken(own));
  const conditions = words.conditions.all(text, body[0], body[1]).map(({ start, end }) => {
    const from = clauseStart(text, body[0], start);
    return { value: text.slice(from, end), basis: 'stated' as const, span: [from, end] as [number, number] };
  });
  return found.map((one) => ({ ...one, conditions }));
}

interface Given {
  readonly text: string;
  readonly statement: Statement;
  readonly mentions: readonly Mention[];
  readonly talks: Talks;
  readonly words: Words;
  readonly speakers: readonly string[];
  readonly body: Span;
  readonly stage: Commitment['stage'];
}

/** An invitation binds the one who invites, towards the other side. */
function invited(statement: Statement, speakers: readonly string[], talks: Talks): Promised[] {
  const to = others(speakers, talks);
  if (speakers.length !== 1 || to.length === 0) return [];
  return [{ kind: 'invitation', by: speakers, to, stage: 'invited', span: statement.span, at: statement.verb.span, matter: '', conditions: [], rule: 'invitation' }];
}

/** An invitation taken up without naming the visit: これを受諾した. */
function taken({ statement, speakers, talks }: Given): Promised[] {
  const to = others(speakers, talks);
  if (speakers.length !== 1 || to.length !== 1) return [];
  return [{ kind: 'visit', by: speakers, to, stage: 'accepted', span: statement.span, at: statement.verb.span, matter: '', conditions: [], rule: 'visit-accepted' }];
}

function visits(given: Given): Promised[] {
  const { text, statement, mentions, talks, words, speakers, body, stage } = given;
  const end = statement.verb.span[1];
  for (const found of words.invitations.all(text, body[0], end)) {
    const to = others(speakers, talks);
    if (statement.act === 'intend' && speakers.length === 1 && to.length > 0)
      return [promise('invitation', speakers, to, 'intended', given, [found.start, found.end], '', 'invitation-intended')];
  }
  for (const mention of mentions) {
    if (!mention.party || mention.span[0] < body[0] || (mention.kind !== 'party' && mention.kind !== 'place')) continue;
    const [start, stop] = mention.span;
    let at: Span | undefined;
    for (let i = Math.max(body[0], start - 4); i < start && !at; i++) {
      const word = words.before.at(text, i, start);
      if (word?.end === start && !words.not.at(text, i, end)) at = [i, stop];
    }
    const after = at ? undefined : words.after.at(text, stop, end);
    if (after && !words.not.at(text, after.start, end) && !words.not.at(text, after.start + 1, end)) at = [start, after.end];
    if (!at || !talks.parties.includes(mention.party)) continue;
    const made = visitTo(mention.party, at, given);
    if (made) return [made];
  }
  if (statement.act === 'accept' || statement.act === 'intend' || statement.act === 'defer') {
    const found = words.alone.all(text, body[0], end).find(({ start }) => !words.not.at(text, start, end));
    const to = others(speakers, talks);
    if (found && speakers.length === 1 && to.length === 1 && !namesElsewhere(mentions, talks, body))
      return [promise('visit', speakers, to, stage, given, [found.start, found.end], '', 'visit-unnamed')];
  }
  return [];
}

/** A visit to a party: the visitor is the other side, unless the words name who goes. */
function visitTo(host: string, at: Span, given: Given): Promised | undefined {
  const { mentions, talks, speakers, stage, statement, body } = given;
  const guests = talks.parties.filter((party) => party !== host);
  const person = mentions.findLast((mention) => (mention.kind === 'person' || mention.kind === 'office') && mention.span[1] <= at[0] && mention.span[0] >= body[0] && mention.party);
  const by = person?.party && person.party !== host ? [person.party] : guests;
  if (by.length !== 1 || !talks.parties.includes(by[0] as string)) return undefined;
  // one side speaks of the other's visit: a hope or a welcome, no promise of the speaker
  if (statement.mode === 'one' && !speakers.includes(by[0] as string)) return undefined;
  const visitor = person ? (person.role ?? person.name) : undefined;
  const made = promise('visit', by, [host], stage, given, at, '', 'visit');
  return visitor ? { ...made, visitor } : made;
}

function meetings(given: Given): Promised[] {
  const { text, statement, talks, words, speakers, body, stage } = given;
  if (stage !== 'agreed' && stage !== 'intended') return [];
  const end = statement.verb.span[1];
  for (const noun of words.meetings.all(text, body[0], end)) {
    for (let i = noun.end; i <= Math.min(noun.end + 24, end - 1); i++) {
      const doing = words.doing.at(text, i, end);
      if (!doing) continue;
      const certain = words.next.all(text, clauseStart(text, body[0], noun.start), noun.end).length > 0 || statement.dates.length > 0;
      if (doing.value === 'held' && !certain) break;
      if (statement.mode === 'one' && statement.act === 'intend' && !certain) break;
      const both = statement.mode === 'joint' ? speakers : talks.parties;
      const by = statement.mode === 'joint' ? speakers : speakers;
      return [promise('meeting', by, both, stage, given, [noun.start, doing.end], '', 'meeting')];
    }
  }
  return [];
}

function money(given: Given): Promised[] {
  const { text, statement, mentions, talks, words, speakers, body, stage } = given;
  const amount = mentions.find((mention) => mention.kind === 'amount' && mention.span[0] >= body[0]);
  const found = words.aid.all(text, body[0], statement.verb.span[1])[0];
  const to = others(speakers, talks);
  if (!amount || !found || speakers.length !== 1 || to.length === 0 || (stage !== 'agreed' && stage !== 'intended')) return [];
  const span: Span = [Math.min(amount.span[0], found.start), Math.max(amount.span[1], found.end)];
  return [promise('aid', speakers, to, statement.act === 'pledge' ? 'agreed' : stage, given, span, text.slice(...amount.span), 'aid')];
}

function signatures(given: Given): Promised[] {
  const { text, statement, talks, words, body, stage, speakers } = given;
  if (stage !== 'agreed' && stage !== 'intended') return [];
  const end = statement.verb.span[0];
  const both = statement.mode === 'joint' ? speakers : talks.parties;
  const signature = words.signatures.all(text, body[0], end).find((one) => !words.happened.at(text, one.end, end));
  if (signature) return [promise('signature', speakers, both, stage, given, [signature.start, signature.end], '', 'signature')];
  const entry = words.entries.all(text, body[0], end).find((one) => !words.happened.at(text, one.end, end));
  return entry ? [promise('entry-into-force', speakers, both, stage, given, [entry.start, entry.end], '', 'entry-into-force')] : [];
}

function actions(given: Given): Promised[] {
  const { text, statement, mentions, talks, words, speakers, body, stage } = given;
  if (stage !== 'agreed' && stage !== 'intended' && stage !== 'accepted') return [];
  const found = words.actions.all(text, body[0], statement.verb.span[1])[0];
  if (!found) return [];
  const actor = mentions.findLast(
    (mention) => mention.party !== undefined && talks.parties.includes(mention.party) && mention.span[0] >= body[0] && mention.span[1] <= found.start && words.subjects.at(text, mention.span[1], found.start) !== undefined,
  );
  const by = actor?.party ? [actor.party] : speakers;
  const to = others(by, talks);
  return [promise('action', by, to.length > 0 ? to : talks.parties, stage, given, [found.start, found.end], found.value, 'action')];
}

function promise(kind: Commitment['kind'], by: readonly string[], to: readonly string[], stage: Commitment['stage'], { text, statement, body }: Given, at: Span, matter: string, rule: string): Promised {
  const start = clauseStart(text, body[0], at[0]);
  const end = Math.max(at[1], Math.min(body[1], statement.span[1]));
  return { kind, by, to, stage, span: [start, Math.max(end, start)], at, matter, conditions: [], rule };
}

function others(speakers: readonly string[], talks: Talks): string[] {
  return talks.parties.filter((party) => !speakers.includes(party));
}

function namesElsewhere(mentions: readonly Mention[], talks: Talks, body: Span): boolean {
  return mentions.some((mention) => mention.kind === 'party' && mention.span[0] >= body[0] && mention.party !== undefined && !talks.parties.includes(mention.party));
}

/** After the last comma before `at`. */
function clauseStart(text: string, from: number, at: number): number {
  let i = at;
  while (i > from && !isMark(text.charCodeAt(i - 1))) i--;
  while (i < at && isBlank(text.charCodeAt(i))) i++;
  return i;
}

function isMark(unit: number): boolean {
  return unit === 0x3001 || unit === 0xff0c || unit === 0x2c || unit === 0x3002;
}
