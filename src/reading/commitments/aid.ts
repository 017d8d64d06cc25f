/**
 * Money and things that are to be given, and to whom: the other side, unless the words name someone else. Several sums before one
 * predicate are one promise.
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Mention, Statement } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { boundBy } from './actors.ts';
import { isPast } from './due.ts';
import { clauseStart, gradeOf, type Item, nameBefore, pastAside } from './items.ts';
import { others, type Promised, promised } from './promised.ts';

/** How far before it the country of a group of people may be told, in units. */
const REACH = 160;
/** Between help and what is done with it stands no more than its mark, in units. */
const NAMED = 8;
/** What all of a row of kinds of help are called is no longer. */
const ROW = 12;
/** Acts whose content may be the help itself. */
const MEANT: ReadonlySet<Statement['act']> = new Set(['intend', 'pledge']);
/** How the rule of a statement ends that is a line of a list. */
const LISTED = '+list';
/** A verb that tells of a noun ends in no more units. */
const BESIDE = 4;

/** @param before the mentions of the same sentence that stand before the item. */
export function findAid(item: Item, before: readonly Mention[]): Promised[] {
  const { text, span, words, mentions, statement } = item;
  // 300万円の拠出の表明があった: a verb of pledging holds the deed itself
  for (const deed of words.giving.all(text, span[0], statement.act === 'pledge' ? item.limit : span[1])) {
    if (deed.start >= span[1] && !isPledged(item, deed)) continue;
    if (deed.value === 'resuming' && !isOfGrant(item, deed.start)) continue;
    const amount = mentions.findLast(({ kind, span: [start, end] }) => kind === 'amount' && start >= span[0] && end <= deed.start);
    const grant = words.grants.all(text, span[0], deed.start + 2)[0];
    const isMoney = amount !== undefined && words.money.has(text, amount.span[0], amount.span[1]);
    const isHelp = deed.value === 'doing' ? words.help.has(text, span[0], deed.end) : deed.value === 'gift' || amount !== undefined;
    const named = deed.value === 'doing' && !grant && !isMoney ? (namedHelp(item, deed) ?? worksHelped(item, deed)) : undefined;
    if (!grant && !named && !(isHelp && (deed.value === 'doing' ? isMoney : true))) continue;
    // 円借款について、調査を実施したい: something else is done
    if (deed.value === 'doing' && !amount && isOther(item, deed.start)) continue;
    // ODAの迅速化に向け協力したい: it is worked for, and not given
    if (deed.value === 'doing' && grant && !amount && isAimed(item, grant.end, deed.start)) continue;
    // 円借款などを通じて企業の進出を支援していく, 円借款(約100億円)を含め、協力していく: a means or a part, and nothing that is given
    const means = deed.value === 'doing' && grant ? words.through.all(text, grant.end, deed.start).at(-1) : undefined;
    if (means && !(amount && amount.span[0] >= means.end)) continue;
    // ODA等を実施していく, 円借款事業に協力していきたい: help in general, of which nothing certain is told
    const general =
      grant && (words.general.at(text, grant.start) || (deed.start >= grant.end && words.loosely.at(text, deed.start)?.end === deed.end));
    if (deed.value === 'doing' && general && !amount && words.continuing.has(text, deed.end, deed.end + BESIDE)) continue;
    if (
      deed.value === 'gift' &&
      deed.end - deed.start <= NAMED &&
      !grant &&
      !amount &&
      words.vain.has(text, Math.max(span[0], deed.start - 6), deed.start)
    )
      continue;
    // 日本がこれまでに行っている支援: a verb tells of the help itself
    if (words.relatives.all(text, Math.max(span[0], deed.start - BESIDE), deed.start).some(({ end }) => end === deed.start)) continue;
    if (isOver(item, amount?.span[0] ?? grant?.start ?? deed.start)) continue;
    const grade = gradeOf(item, deed.end);
    // 供与に向けて努力したい: one's own effort promises nothing, unless a sum says for what
    // 円借款を供与する方向で検討する: it is looked at in order to be made
    const sought = grade === 'aimed' && (isMoney || (grant !== undefined && words.direction.has(text, deed.end, span[1])));
    if (!grade || (grade !== 'firm' && statement.mode === 'one' && !sought)) continue;
    // 支援が1億ドルに達する: help itself is nobody who gives
    const itself = words.help.all(text, span[0], deed.start).find(({ end }) => words.agents.at(text, end, deed.start) !== undefined);
    const told = boundBy(item, itself?.start ?? deed.start);
    // 両首脳は、円借款の供与を確認した: by its name it is one country's
    const donor = told.length === 1 ? undefined : words.donors.all(text, span[0], deed.end)[0]?.value;
    const by = donor !== undefined && told.includes(donor) ? [donor] : told;
    if (by.length !== 1 || (statement.mode === 'joint' && by.length === item.speakers.length)) continue;
    const to = recipients({ ...item, speakers: by }, before);
    if (to.length === 0) continue;
    const start = Math.min(amount?.span[0] ?? deed.start, grant?.start ?? deed.start, named?.[0] ?? deed.start);
    const matter =
      isMoney || (!grant && amount)
        ? text.slice(...(amount as Mention).span)
        : named
          ? text.slice(...named)
          : text.slice(clauseStart(text, span[0], (grant ?? deed).start), (grant ?? deed).end);
    return [promised(item, { kind: 'aid', by, to, at: [start, deed.end], grade, matter, rule: 'aid' })];
  }
  return listed(item, before);
}

/** 以下の支援を行う旨述べた。｜食糧援助(3億円): a line of what one means to give, with its sum. */
function listed(item: Item, before: readonly Mention[]): Promised[] {
  const { text, span, words, mentions, statement, speakers } = item;
  if (statement.mode !== 'one' || speakers.length !== 1 || !MEANT.has(statement.act) || !statement.rule.endsWith(LISTED)) return [];
  const help = words.help.all(text, ...span).at(-1);
  const end = help && Math.max(help.end, pastAside(text, help.end, span[1] + 1));
  if (end === undefined || end < span[1]) return [];
  const sum = mentions.find(
    ({ kind, span: [start, end] }) => kind === 'amount' && start >= span[0] && end <= span[1] && words.money.has(text, start, end),
  );
  const to = sum ? recipients(item, before) : [];
  if (!sum || to.length === 0) return [];
  return [promised(item, { kind: 'aid', by: speakers, to, at: [span[0], end], grade: 'firm', matter: text.slice(...sum.span), rule: 'aid-listed' })];
}

/** 円借款を｜再開する: the money itself is what is given again. */
function isOfGrant({ text, span, words }: Item, deed: number): boolean {
  return words.grants.all(text, Math.max(span[0], deed - NAMED), deed).some(({ end }) => {
    const mark = words.marked.at(text, end, deed)?.end ?? end + (words.nominal.find((word) => text.startsWith(word, end))?.length ?? 0);
    return mark === deed;
  });
}

/** 食料支援や医療支援などの新たな支援を行う: the last of a row of kinds of help that is told by what it is for. */
function inRow({ text, span, words }: Item, deed: number): { start: number; end: number } | undefined {
  const mark = words.objects.all(text, Math.max(span[0], deed - NAMED), deed)[0];
  const such = mark && words.such.all(text, Math.max(span[0], mark.start - ROW), mark.start).at(-1);
  return such && words.named.all(text, Math.max(span[0], such.start - NAMED), such.start).find(({ end }) => end === such.start);
}

/** 経済支援を行う, 食料支援の意向: help that is called by what it is for, done or itself meant. */
function namedHelp(item: Item, deed: { readonly start: number; readonly end: number }): Span | undefined {
  const { text, span, words, statement, mentions } = item;
  const from = Math.max(span[0], deed.start - NAMED);
  const help = words.named
    .all(text, from, deed.end)
    .find(
      ({ start, end }) =>
        (start === deed.start && MEANT.has(statement.act)) || (end < deed.start && words.marked.at(text, end, deed.start)?.end === deed.start),
    );
  const [own, purpose] = help ? calledBy(item, help) : [];
  // 今後も経済開発への支援を行っていく, 引き続き経済支援を行っていく: it goes on
  const on = words.continuing.has(text, deed.start, deed.end + BESIDE);
  const still = on && words.goingOn.has(text, clauseStart(text, span[0], deed.start), deed.start);
  const goesOn = still || (purpose && (on || mentions.some(({ span: [, end] }) => end === own?.[1])));
  if (help && own) return goesOn ? undefined : [own[0], help.end];
  const last = inRow(item, deed.start);
  const [first] = last ? calledBy(item, last) : [];
  return last && first && [first[0], last.end];
}

/** 港の改修を支援する意向, 道路の整備について支援する方針: works that can be seen, which one has made up one's mind to help with. */
function worksHelped({ text, span, words, statement }: Item, deed: { readonly start: number; readonly end: number }): Span | undefined {
  if (!MEANT.has(statement.act) || words.named.at(text, deed.start)?.end !== deed.end) return undefined;
  if (!words.plans.has(text, deed.end, Math.max(span[1], statement.verb.span[1]))) return undefined;
  if (words.continuing.has(text, deed.end, deed.end + BESIDE)) return undefined;
  const work = words.works.all(text, Math.max(span[0], deed.start - ROW), deed.start).find(({ end }) => {
    const mark = words.objects.at(text, end, deed.start) ?? words.bridges.at(text, end, deed.start);
    return mark?.end === deed.start;
  });
  const name = work ? nameBefore(text, span[0], work.end) : '';
  return work && [work.end - name.length, work.end];
}

/** 港湾整備｜に対する｜支援: what help is for, and whether a particle parts the two. */
function calledBy(item: Item, help: { readonly start: number }): [called: Span | undefined, purpose: boolean] {
  const { text, span, words } = item;
  const gift = giftBefore(item, help.start);
  if (gift) return [gift, false];
  const purpose = words.purposes.find((word) => text.endsWith(word, help.start));
  const end = help.start - (purpose?.length ?? 0);
  const name = nameBefore(text, span[0], end);
  const tells = name.length > 1 && !name.endsWith('\u30fb') && !words.unnamed.some((word) => name.endsWith(word));
  return [tells ? [end - name.length, end] : undefined, purpose !== undefined];
}

/** 食品の供与等の｜支援, 機材供与などの｜支援: help that is called by a gift, the first of several. */
function giftBefore({ text, span, words }: Item, at: number): Span | undefined {
  const such = words.such.all(text, Math.max(span[0], at - ROW), at).find(({ end }) => end === at);
  const gift =
    such &&
    words.giving.all(text, Math.max(span[0], such.start - NAMED), such.start).find(({ end, value }) => end === such.start && value === 'gift');
  if (!gift) return undefined;
  const joint = words.nominal.find((word) => text.endsWith(word, gift.start));
  const end = gift.start - (joint?.length ?? 0);
  const name = nameBefore(text, span[0], end);
  return name.length > 1 && !words.unnamed.some((word) => name.endsWith(word)) ? [end - name.length, gift.end] : undefined;
}

/** 5月には円借款の供与を決定し、: of a day past; where a verb tells of the money itself (昨年約束した10億円を供与する) the day is that of the promise. */
function isOver({ text, span, dates, talks, words }: Item, at: number): boolean {
  const from = clauseStart(text, span[0], at);
  return dates.some(
    ({ edtf, duration, span: [start, end] }) =>
      start >= from && end <= at && edtf !== undefined && !duration && isPast(edtf, talks.date?.edtf) && !words.relatives.has(text, end, at),
  );
}

/** 拠出の表明, 供与を表明した, 供与について事前通報を行った, 約束を行った, in a verb of pledging; 供与した tells of what was. */
function isPledged({ text, words, statement }: Item, deed: { readonly start: number; readonly end: number }): boolean {
  const mark = words.bridges.at(text, pastAside(text, deed.end, text.length));
  return (
    words.pledges.at(text, deed.start) !== undefined ||
    // 円借款の｜供与, a line of what one means to give
    (statement.rule.endsWith(LISTED) && deed.end >= statement.span[1]) ||
    words.nominal.some((word) => text.startsWith(word, deed.end)) ||
    // 協力を｜実施し、 and 「円借款を｜供与する」: the verb of pledging is the deed itself
    words.doings.at(text, deed.end) !== undefined ||
    words.suspended.some((word) => text.startsWith(word, deed.end) && isComma(text.charCodeAt(deed.end + word.length))) ||
    (mark?.value === 'weak' && words.announced.at(text, mark.end) !== undefined)
  );
}

/** 調査を｜実施: the object of the deed is a thing of its own, and no help. */
function isOther({ text, span, words }: Item, deed: number): boolean {
  const mark = words.objects.all(text, Math.max(span[0], deed - 1), deed)[0];
  if (mark === undefined) return false;
  const from = Math.max(span[0], mark.start - NAMED);
  return words.things.all(text, from, mark.start).some(({ end }) => end === mark.start) && !words.help.has(text, from, mark.start);
}

function isAimed({ text, words }: Item, from: number, to: number): boolean {
  return words.bridges.all(text, from, to).some(({ value }) => value === 'strong');
}

function recipients(item: Item, before: readonly Mention[]): string[] {
  const { text, span, words, mentions, talks, speakers } = item;
  const named = mentions.filter(
    ({ kind, party, span: [start, end] }) =>
      (kind === 'party' || kind === 'place') &&
      party !== undefined &&
      start >= span[0] &&
      !speakers.includes(party) &&
      (words.toward.at(text, end) ?? words.groups.at(text, end)) !== undefined,
  );
  const third = named.find(({ party }) => !talks.parties.includes(party as string));
  // ミャンマー避難民支援のため、タイに対し: to the one that is told to get it
  const own = third && named.some(({ party, span: [, end] }) => talks.parties.includes(party as string) && words.goals.at(text, end) !== undefined);
  if (third?.party && (!own || words.goals.at(text, third.span[1]) !== undefined)) return [third.party];
  if (named.length === 0 && words.groups.has(text, span[0], span[1])) {
    const country = before.findLast(
      ({ kind, party, span: [start] }) => kind === 'party' && party !== undefined && !talks.parties.includes(party) && span[0] - start < REACH,
    );
    if (country?.party) return [country.party];
  }
  return named.length === 0 && goesToRegion(item) ? [] : others(speakers, talks);
}

/** アフリカに対し, 中東地域への, 途上国の: of many countries, none of which is named; 国際機関に: to a body. */
export function goesToRegion({ text, span, words, mentions, talks }: Item): boolean {
  const goal = (end: number): boolean => words.goals.at(text, end) !== undefined;
  if (words.manyBodies.all(text, ...span).some(({ end }) => goal(end))) return true;
  const strange = (party: string | undefined): boolean => party === undefined || !talks.parties.includes(party);
  if (mentions.some(({ kind, party, span: [start, end] }) => kind === 'organisation' && strange(party) && start >= span[0] && goal(end))) return true;
  return words.regions.all(text, ...span).some(({ end }) => words.toward.at(text, words.areas.at(text, end)?.end ?? end) !== undefined);
}
