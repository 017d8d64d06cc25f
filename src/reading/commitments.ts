/**
 * What was promised: who owes what to whom, by when, and how far the words go.
 *
 *   > ラヴロフ外相から訪露招待があり、前原大臣から、来年ロシアを訪問したいとの意向を伝達。
 *     an invitation by RU to JP, invited; a visit by JP to RU, intended, due next year, which answers it
 *
 * 1 a promise told several times is one commitment with all its statements; 2 debtor and creditor come from the words, and
 * where these do not tell there is no commitment; 3 the stage is what the words support and no more: an intention is no acceptance,
 * an arrangement still to be made no agreement; a fixed day makes an agreed thing scheduled.
 */
import type { Pack } from '../language/pack.ts';
import type { Commitment, DateMention, Mention, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { firstFrom, type Span } from '../text/span.ts';
import { findAnnounced, findComingVisits } from './commitments/announced.ts';
import { findAnswer, findAttendance, staysOpen } from './commitments/answers.ts';
import { findInvitation, findReceived, findThanked, namesInvitation, seeksTime } from './commitments/invitations.ts';
import { findPlanned, findPlannedDeeds, findPlannedMeetings } from './commitments/planned.ts';
import type { Promised } from './commitments/promised.ts';
import { findAsked, findOwnWish, findPromises, findWished, stageOf, takesUp } from './commitments/promises.ts';
import { concurs, findAgreed, findHeld, findRepeated } from './commitments/proposals.ts';
import type { Said } from './commitments/said.ts';
import { type Words, wordsOf } from './commitments/words.ts';
import { comingDay } from './dates/coming.ts';
import { findCommitmentsInitial } from './head-initial/commitments.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';
import { talksWordsOf } from './talks/knowledge.ts';

/** Later stages outweigh earlier ones of the same promise. */
const LADDER: readonly Commitment['stage'][] = ['invited', 'deferred', 'declined', 'intended', 'accepted', 'agreed', 'scheduled', 'done'];
/** Promises of one kind between the same sides that a new one is held against; a page has a handful. */
const MANY = 24;
/** Passages that tell nothing by themselves. */
const TITLES: ReadonlySet<string> = new Set(['title', 'heading', 'dateline', 'furniture']);
/** Who comes to a conference need not take up an invitation by doing so. */
const ATTENDANCE = 'visit-attendance';

/** What is planned already, whatever else the statement says. */
const PLANNED = [findPlanned, findPlannedMeetings, findPlannedDeeds];

interface Merged {
  readonly promise: Promised;
  readonly statements: string[];
  stage: Commitment['stage'];
  due?: DateMention | undefined;
  readonly conditions: NonNullable<Commitment['conditions']>;
  visitor?: string | undefined;
  guest?: Mention | undefined;
  answers?: Merged | undefined;
}

/** What was asked last and may still be answered. */
interface Open {
  invitation?: { readonly promise: Promised; readonly merged: Merged } | undefined;
  request?: Said | undefined;
  /** The invitation was named, with thanks, since the request. */
  named?: true;
  /** The invitation for which somebody gave thanks last; it may be that of the visit under way. */
  thanked?: { readonly promise: Promised; readonly from: string } | undefined;
  /** What was proposed last, or what a side means to hold with the other. */
  proposal?: { readonly said: Said; readonly meant: readonly Merged[] } | undefined;
  /** Who said last, in the same place, that it takes up what was asked. */
  taken?: { readonly party: string; readonly path: string } | undefined;
}

/**
 * @param dates those of the page, @param mentions with the parties that the talks give; statements point into both. @param ofPassage for
 * each passage of the sentences, its talks (index into `talks`), or -1: without it, what is told without an act is not found.
 * @returns in the order in which they are first told. Never throws. Source: languages/<code>/commitments.yaml.
 */
export function findCommitments(
  text: string,
  statements: readonly Statement[],
  talks: readonly Talks[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  pack: Pack,
  sentences: readonly Sentence[] = [],
  ofPassage: readonly number[] = [],
): Stage<Commitment[]> {
  if (pack.initial) return { value: findCommitmentsInitial(text, sentences, statements, dates, mentions, talks, pack), issues: [] };
  if (!pack.commitments) return { value: [], issues: [] };
  const words = wordsOf(pack.commitments);
  const sides = new Map(talks.map((one) => [one.id, one]));
  const ledger: Ledger = { groups: new Map(), result: [] };
  let open: Open = {};
  let at: string | undefined;
  let last: Said | undefined;
  for (const statement of statements) {
    const met = sides.get(statement.talks);
    if (!met) continue;
    if (statement.talks !== at) open = {};
    at = statement.talks;
    const said: Said = {
      text,
      statement,
      words,
      talks: met,
      mentions: statement.mentions.map((i) => mentions[i] as Mention),
      dates: statement.dates.map((i) => comingDay(dates[i] as DateMention, met.date?.edtf, pack)),
      among: pack.instruments?.multilateral,
      before: last?.statement.path === statement.path ? last.mentions : undefined,
    };
    last = said;
    for (const find of PLANNED) for (const planned of find(said)) enter(planned, [statement.id], ledger);
    open = step(said, open, ledger);
  }
  announce(text, statements, talks, dates, mentions, sentences, ofPassage, words, ledger, pack);
  return { value: made(text, ledger.result, pack), issues: [] };
}

/** Enters the next meetings, and the visits, that sentences without an act tell. All four lists are in the order of the text. */
function announce(
  text: string,
  statements: readonly Statement[],
  talks: readonly Talks[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  ofPassage: readonly number[],
  words: Words,
  ledger: Ledger,
  pack: Pack,
): void {
  let s = 0;
  let d = 0;
  const before = ledger.result.length;
  for (const { span, passage } of sentences) {
    const met = talks[ofPassage[passage.index] ?? -1];
    while (s < statements.length && (statements[s] as Statement).span[1] <= span[0]) s++;
    while (d < dates.length && (dates[d] as DateMention).span[1] <= span[0]) d++;
    const told = statements[s];
    if (!met || TITLES.has(passage.kind) || (told && told.span[0] < span[1])) continue;
    const inside: DateMention[] = [];
    for (let i = d; i < dates.length && (dates[i] as DateMention).span[0] < span[1]; i++) inside.push(dates[i] as DateMention);
    const coming = inside.map((date) => comingDay(date, met.date?.edtf, pack));
    const found = findAnnounced(text, span, coming, met, words);
    if (found) enter(found, [], ledger);
    else if (coming.length > 0 && words.comingVisits.has(text, ...span))
      for (const visit of findComingVisits(text, span, coming, within(mentions, span), met, words)) enter(visit, [], ledger);
  }
  if (ledger.result.length > before) ledger.result.sort((a, b) => a.promise.span[0] - b.promise.span[0]);
}

/** The mentions that begin inside a span; `mentions` are in the order of the text. */
function within(mentions: readonly Mention[], span: Span): Mention[] {
  const result: Mention[] = [];
  for (let i = firstFrom(mentions, span[0]); i < mentions.length && (mentions[i] as Mention).span[0] < span[1]; i++)
    result.push(mentions[i] as Mention);
  return result;
}

interface Ledger {
  readonly groups: Map<string, Merged[]>;
  readonly result: Merged[];
}

/** Enters what one statement promises, and gives what stays open for the next. */
function step(said: Said, before: Open, ledger: Ledger): Open {
  const { statement } = said;
  const invitation = findInvitation(said);
  if (invitation) {
    // 来年会合を開催したく、訪問いただきたい: what the host means to hold
    if (invitation.event) for (const held of findWished(said)) if (held.kind === 'meeting') enter(held, [statement.id], ledger);
    return { invitation: { promise: invitation, merged: enter(invitation, [statement.id], ledger) } };
  }
  const speaker = statement.mode === 'one' && statement.speakers.length === 1 ? statement.speakers[0]?.party : undefined;
  const received = findReceived(said);
  const sought = before.thanked && seeksTime(said, before.thanked.promise) ? before.thanked : undefined;
  const invited = received ? { promise: received, from: statement.id } : sought;
  const open: Open = invited ? { invitation: { promise: invited.promise, merged: enter(invited.promise, [invited.from], ledger) } } : before;
  if (statement.act === 'request' || statement.act === 'demand') {
    if (speaker) for (const promise of findOwnWish(said)) enter(promise, [statement.id], ledger);
    const kept = open.invitation?.promise.by[0] === speaker ? open.invitation : undefined;
    return { ...(speaker && { request: said }), ...(kept && { invitation: kept }) };
  }
  if (statement.act === 'propose' && speaker) return { proposal: { said, meant: [] } };
  if (open.proposal && speaker && concurs(said) && isOfOther(open.proposal.said, said)) {
    const { said: proposed, meant } = open.proposal;
    const agreed = findAgreed(proposed).filter((one) => !isOfMany(one, proposed));
    if (agreed.length > 0) for (const one of meant) withdraw(one, ledger);
    for (const promise of agreed) enter(promise, [proposed.statement.id, statement.id], ledger);
    return {};
  }
  const stage = stageOf(statement, open.request !== undefined || open.invitation !== undefined || namesInvitation(said));
  const request = open.request;
  const asks = speaker !== undefined && request !== undefined && !request.statement.speakers.some(({ party }) => party === speaker);
  // カンボジア側はこれを約束: what the other asked for is taken up in so many words
  if (asks && takesUp(said)) {
    const asked = findAsked(request, speaker);
    for (const promise of asked) enter(promise, [request.statement.id, statement.id], ledger);
    if (asked.length > 0) return {};
  }
  // 釈放を求め、先方は、早く釈放する旨応じた
  const responds = asks && stage === 'intended' && said.words.responding.has(said.text, ...statement.verb.span);
  const taken = speaker !== undefined && open.taken?.party === speaker && open.taken.path === statement.path;
  // talks of which one side alone is known bind nobody to another
  const found = stage
    ? findPromises(said, stage === 'intended' && taken ? 'accepted' : stage, asks).filter(
        (one) => (one.by.length > 1 || one.by[0] !== one.to[0]) && !isOfMany(one, said),
      )
    : [];
  const meant: Merged[] = [];
  for (const told of found) {
    const promise = responds && takesUpAsked(told, said) ? { ...told, stage: 'accepted' as const } : told;
    const merged = enter(promise, [statement.id], ledger);
    if (speaker && promise.kind === 'meeting' && merged.statements.length === 1) meant.push(merged);
    if (open.invitation && answersTo(promise, open.invitation.promise)) {
      merged.answers = open.invitation.merged;
      merged.due ??= open.invitation.merged.due;
    }
  }
  const proposal = meant.length > 0 && meant.length === found.length ? { said, meant } : undefined;
  if (found.length > 0) return found.some(({ kind }) => kind === 'visit') ? {} : { invitation: open.invitation, proposal };
  const again =
    asks && stage
      ? findRepeated(request, said, speaker, responds ? 'accepted' : stage)
      : stage === 'agreed' && open.proposal
        ? findHeld(open.proposal.said, said)
        : [];
  for (const promise of again) enter(promise, [(asks ? request : open.proposal?.said)?.statement.id as string, statement.id], ledger);
  if (again.length > 0) return {};
  // where the other side asked for something else too, an answer is to the invitation only where that is named
  const answer = open.invitation && (!open.request || open.named) ? findAnswer(said, open.invitation.promise) : undefined;
  if (answer && open.invitation) {
    const merged = enter(answer, [statement.id], ledger);
    merged.answers = open.invitation.merged;
    merged.due ??= open.invitation.merged.due;
    return {};
  }
  const event = speaker === undefined ? undefined : askedTo(speaker, said, ledger);
  const attends = event && findAttendance(said, event.promise);
  if (event && attends) {
    const merged = enter(attends, [statement.id], ledger);
    merged.answers = event;
    merged.due ??= event.due;
    return {};
  }
  if (statement.act === 'accept' && speaker !== undefined) {
    const asked = asks ? findAsked(request, speaker) : [];
    for (const promise of asked) enter(promise, [(request as Said).statement.id, statement.id], ledger);
    return { taken: { party: speaker, path: statement.path } };
  }
  if (!staysOpen(statement)) return {};
  const thanked = findThanked(said);
  if (thanked) return { ...open, thanked: { promise: thanked, from: statement.id } };
  return namesInvitation(said) ? { ...open, named: true } : open;
}

/** The event to which the other side asked last. */
function askedTo(party: string, { talks }: Said, { groups }: Ledger): Merged | undefined {
  const hosts = talks.parties.filter((host) => host !== party);
  return hosts
    .map((host) =>
      groups
        .get(keyOf('invitation', [host], [party]))
        ?.slice(-MANY)
        .findLast(({ promise }) => promise.event),
    )
    .find((one) => one !== undefined);
}

/** 供与する旨応じた: a deed that answers what was asked; help that one only wishes to give (供与したい) takes nothing up. */
function takesUpAsked({ kind, at }: Promised, { text, statement, words }: Said): boolean {
  return kind === 'action' || (kind === 'aid' && at !== undefined && !words.wishes.has(text, at[1], statement.verb.span[1]));
}

/** 核兵器不拡散条約の早期発効に向け努力する: no pair of countries brings that about. */
function isOfMany({ kind, matter, due }: Promised, { among = [] }: Said): boolean {
  return (kind === 'signature' || kind === 'entry-into-force') && !due && among.some((word) => matter.endsWith(word));
}

function answersTo(visit: Promised, invitation: Promised): boolean {
  return (
    visit.kind === 'visit' &&
    visit.rule !== ATTENDANCE &&
    visit.by.length === 1 &&
    invitation.to.includes(visit.by[0] as string) &&
    invitation.by[0] === visit.to[0]
  );
}

/** What one side said in the place where the other had spoken. */
function isOfOther(before: Said, { statement: { path, speakers } }: Said): boolean {
  return before.statement.path === path && !before.statement.speakers.some(({ party }) => speakers.some((one) => one.party === party));
}

/** Takes back what one side meant, where both agree on it. */
function withdraw(merged: Merged, { groups, result }: Ledger): void {
  const { kind, by, to } = merged.promise;
  for (const list of [groups.get(keyOf(kind, by, to)) ?? [], result]) {
    const at = list.lastIndexOf(merged);
    if (at >= 0) list.splice(at, 1);
  }
}

function keyOf(kind: Commitment['kind'], by: readonly string[], to: readonly string[]): string {
  return `${kind} ${by.join('+')} ${to.join('+')}`;
}

/** Adds a promise, to the one it repeats where there is one. */
function enter(promise: Promised, statements: readonly string[], { groups, result }: Ledger): Merged {
  const { kind, by, to, due } = promise;
  const bound = promise.stage === 'agreed' || promise.stage === 'accepted' || promise.announced === true;
  const stage = bound && kind !== 'invitation' && promise.fixed ? 'scheduled' : promise.stage;
  const key = keyOf(kind, by, to);
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  const same = group.slice(-MANY).find((one) => compatible(one, promise));
  if (same) {
    for (const statement of statements) same.statements.push(statement);
    if (due && (!same.due || (due.edtf ?? '').length > (same.due.edtf ?? '').length)) same.due = due;
    same.visitor ??= promise.visitor;
    same.guest ??= promise.guest;
    same.conditions.push(...promise.conditions.filter(({ value }) => same.conditions.every((one) => one.value !== value)));
    if (LADDER.indexOf(stage) > LADDER.indexOf(same.stage)) same.stage = stage;
    return same;
  }
  const { visitor, guest } = promise;
  const fresh: Merged = { promise, statements: [...statements], stage, due, conditions: [...promise.conditions], visitor, guest };
  group.push(fresh);
  result.push(fresh);
  return fresh;
}

/** Whether two promises of one kind between the same sides can be one: their days, persons and things do not differ. */
function compatible(one: Merged, { due, visitor, matter, event }: Promised): boolean {
  // 早期の訪日を招請するとともに、来年3月の会議への出席を要請した; 会議への招待状が手交され、皇太子の訪日が招請された
  const unlike = one.due?.edtf !== due?.edtf || (one.visitor === undefined) !== (visitor === undefined);
  if (one.promise.event !== event && unlike) return false;
  if (one.visitor !== undefined && visitor !== undefined && one.visitor !== visitor) return false;
  const names = [one.promise.matter, matter] as const;
  if (names[0] !== '' && names[1] !== '' && !names[0].endsWith(names[1]) && !names[1].endsWith(names[0])) return false;
  const [a, b] = [one.due?.edtf, due?.edtf];
  return a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a);
}

/** Makes the commitments, each visit answering the invitation of its host. */
function made(text: string, merged: readonly Merged[], pack: Pack): Commitment[] {
  const levels = pack.talks && talksWordsOf(pack.talks);
  const ids = new Map<Merged, string>();
  const seen = new Map<string, number>();
  for (const one of merged) {
    const { kind, by, to, matter, span } = one.promise;
    const id = digest(kind, by.join('+'), to.join('+'), matter, text.slice(...span), one.statements[0] ?? '');
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    ids.set(one, times === 0 ? `c-${id}` : `c-${digest(id, String(times))}`);
  }
  return merged.map((one): Commitment => {
    const { kind, by, to, span, rule } = one.promise;
    const invitation =
      one.answers ?? (kind === 'visit' ? merged.find(({ promise }) => promise.kind === 'invitation' && answersTo(one.promise, promise)) : undefined);
    const level = kind === 'meeting' && levels ? levels.levels.all(text, span[0], span[1]).at(-1)?.value : undefined;
    const commitment = {
      id: ids.get(one) as string,
      kind,
      by: [...by],
      to: [...to],
      what: text.slice(span[0], span[1]),
      span: [span[0], span[1]],
    } as Commitment;
    if (one.guest) commitment.visitor = visitorOf(one.guest);
    if (level) commitment.level = level;
    if (one.due) commitment.due = one.due;
    if (one.conditions.length > 0) commitment.conditions = one.conditions;
    commitment.stage = one.stage;
    commitment.statements = [...new Set(one.statements)];
    if (invitation) commitment.answers = ids.get(invitation) as string;
    commitment.rule = `${pack.code}.commitments/${rule}`;
    return commitment;
  });
}

function visitorOf({ name, office, role, party, span }: Mention): NonNullable<Commitment['visitor']> {
  return { ...(name && { name }), ...(office && { office }), ...(role && { role }), ...(party && { party }), span: [span[0], span[1]] };
}
