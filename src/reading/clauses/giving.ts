/** What a predicate gives (招待があった) or reports (…旨の発言があり). */
import { isComma } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act } from '../../record/reading.ts';
import { isFeeling } from './clause.ts';
import { type Draft, isNoun, isOwed, isThing, JOINED, NEAR, nextOf, quotes, REPORTED } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { closedBefore, segment, trailed } from './settling.ts';

/** How far a verb may stand from the noun it gives, in units. */
const GIVEN = 28;
/** So many predicates may be said together with a noun. */
const SAID = 12;
/** Between two words for one act stand no more units than those of a word of degree: お悔やみと｜心からの｜お見舞い. */
const WORD = 5;
/** Of a noun that has its verb from the next one. */
const SHARED = '+shared';

/** 謝意、歓迎及び期待を表明, 支援への感謝、協力への期待が示され: a noun of regard or hope in a list. */
function isListed(text: string, { bend, link, end, act }: Draft): boolean {
  if (bend !== 'noun' || link !== 'attributive' || act === undefined || !isComma(text.charCodeAt(end))) return false;
  return isFeeling(act);
}

function ends(text: string, at: number, words: readonly string[]): boolean {
  return words.some((word) => text.endsWith(word, at));
}

/** Whether the noun may be what the other thanks for: 招待, or by whose it is 日本の理解. */
function thanked(text: string, draft: Draft, verb: Draft, { adnominal }: Knowledge): boolean {
  return isOwed(draft, verb) || (draft.act === 'concur' && verb.act === 'thank' && ends(text, draft.start, adnominal));
}

/** Where a word of degree before a noun begins: への｜深い謝意. */
function degreeBefore(text: string, at: number, { degrees }: Knowledge): number {
  const word = degrees.find((one) => text.endsWith(one, at));
  return word === undefined ? at : at - word.length;
}

/** 計画への期待と｜協力姿勢が示され: a feeling, right beside a word for what one thinks, which has no act of its own. */
function isOneWithThought({ act, next, by }: Draft, verb: Draft): boolean {
  return (
    act !== undefined &&
    isFeeling(act) &&
    by !== '' &&
    verb.neutral &&
    !verb.settled &&
    verb.predicate.bend === 'noun' &&
    verb.act === 'state' &&
    verb.start - next <= WORD
  );
}

/** The verb that a noun has from what it is listed or stands beside. */
function sharerOf(
  text: string,
  drafts: readonly Draft[],
  i: number,
  verb: Draft | undefined,
  listed: boolean,
  knowledge: Knowledge,
): Draft | undefined {
  const draft = drafts[i] as Draft;
  const noun = isNoun(draft);
  const comma = isComma(text.charCodeAt(draft.next));
  const coordinates = knowledge.coordinating.has(draft.by);
  if (verb && verb.start - draft.end <= JOINED && verb.link !== 'attributive') {
    // 支持及び…への期待を表明: the noun shares the verb of the next one
    // 理解と協力に謝意を表明: what one thanks for
    // 支援への感謝、努力への敬意を表明: each has what it is for
    const own = ends(text, draft.start, knowledge.owed);
    const against =
      (listed ? !own : !comma) &&
      ends(
        text,
        degreeBefore(text, verb.start, knowledge),
        thanked(text, draft, verb, knowledge) ? [...knowledge.against, ...knowledge.owed] : knowledge.against,
      );
    // 歓待への謝意とともに、貿易の拡大に言及した: beside what is mentioned, not among it
    // 支持と、…を期待する旨述べた, 供与に加え、…したい旨: a thing that is spoken of, and nothing that one says
    const thing = isThing(draft) && !coordinates;
    const apart = (verb.neutral && !thing && (!listed || own || noun)) || (quotes(verb) && coordinates);
    // 取組みについての認識や支援につき意見交換: what it is about
    const about = draft.neutral && verb.act === 'exchange';
    const lends = verb.predicate.value.predicate?.lends === true && !verb.settled && !comma;
    if (!against && !about && ((verb.settled && verb.predicate.bend === 'noun') || (apart && comma) || lends)) return verb;
  }
  return noun && comma && coordinates ? sayingAfter(drafts, i) : undefined;
}

/** 就任への祝意とともに、…に感謝、…したい旨述べた: the verb of saying at the end of all that is said with it. */
function sayingAfter(drafts: readonly Draft[], i: number): Draft | undefined {
  for (let at = i + 1; at < drafts.length && at <= i + SAID; at++) {
    const draft = drafts[at] as Draft;
    if (draft.live && draft.neutral && draft.bend !== 'noun') return draft;
  }
  return undefined;
}

/** A noun of an act takes the bend and link of the verb that gives it: 歓迎の意を＋伝達した. */
export function give(text: string, drafts: readonly Draft[], i: number, knowledge: Knowledge): void {
  const { connectors, tight } = knowledge;
  const draft = drafts[i] as Draft;
  const listed = isListed(text, draft);
  const joins = draft.link === 'join' || listed;
  const verb = nextOf(drafts, i, joins && drafts[i + 1]?.start !== draft.end);
  const touching = verb !== undefined && verb.start === draft.end;
  if (joins && !touching && verb && isOneWithThought(draft, verb)) {
    verb.act = draft.act;
    verb.rule = `${draft.rule}+${verb.rule.slice(5)}`;
    verb.start = verb.contentEnd = draft.start;
    verb.settled = true;
    draft.live = false;
    return;
  }
  if (joins && !touching) {
    const sharer = sharerOf(text, drafts, i, verb, listed, knowledge);
    if (!sharer) {
      draft.live = false;
      return;
    }
    // 心より｜お悔やみとお見舞いを申し上げる: one act in two words
    if (sharer.act === draft.act && sharer.settled && sharer.start - draft.next <= WORD && !listed) {
      sharer.start = draft.start;
      if (!sharer.reports) sharer.contentEnd = draft.start;
      draft.live = false;
      return;
    }
    draft.rule += SHARED;
    draft.bend = sharer.bend;
    draft.link = 'comma';
    draft.by = '';
    draft.settled = true;
    draft.passive = sharer.passive;
    return;
  }
  if (!verb || (draft.link !== 'object' && !touching)) {
    draft.live = false;
    return;
  }
  const gives = verb.predicate.value.giving !== undefined && !verb.settled;
  if (draft.link === 'object' && knowledge.taken.some((word) => text.startsWith(word, draft.next))) {
    draft.live = false;
    return;
  }
  const takes = verb.neutral && (!verb.settled || verb.rule.endsWith(SHARED));
  const reported = closedBefore(text, draft.next, verb.start, knowledge);
  if (reported && (reported.word.length > 1 || reported.at + 1 === verb.start)) {
    draft.live = false;
    return;
  }
  // 合意を｜目指したい等の｜発言があった: what is said of it, and not that it came about
  const trail = touching ? undefined : trailed(text, draft.next, verb.start, knowledge);
  if (trail && knowledge.finite(text, draft.next, trail.at)) {
    draft.live = false;
    return;
  }
  if (!touching && takes && connectors.has(text, draft.next, verb.start)) {
    draft.live = false; // 意見を聞いた上で回答したい: another verb stands between
    return;
  }
  const loose = tight.has(draft.by) && !touching && verb.start !== draft.next;
  if (
    loose ||
    verb.start - draft.end > GIVEN ||
    commaBetween(text, isComma(text.charCodeAt(draft.next)) ? draft.next + 1 : draft.end, verb.start) ||
    !(gives || takes) ||
    verb.bend === 'noun'
  ) {
    draft.live = false;
    return;
  }
  const refused = verb.bend === 'negative';
  const entry = draft.predicate.value.predicate;
  if (!entry || (refused && !entry.refused)) {
    draft.live = false;
    verb.live = false;
    return;
  }
  if (refused && entry.refused) draft.act = entry.refused;
  draft.rule += `+${verb.rule.slice(5)}`;
  draft.end = verb.end;
  draft.bend = verb.bend;
  draft.link = verb.link;
  draft.next = verb.next;
  draft.by = verb.by;
  draft.inverse ||= verb.inverse;
  draft.answers ||= verb.answers;
  draft.passive = verb.passive;
  draft.settled = !draft.neutral && !quotes(draft);
  verb.live = false;
}

/** A predicate inside reported content lends its act to the verb of saying: 歓迎する旨＋述べた. Under another verb it is content. */
export function report(text: string, drafts: readonly Draft[], i: number, knowledge: Knowledge): void {
  const { closers, naming, quoting, listing, coupling, spoken } = knowledge;
  const draft = drafts[i] as Draft;
  draft.live = false;
  // 歓迎する旨及び…したい旨述べた: a proposition of its own
  if (coupling.at(text, draft.end, text.length)) return;
  const verb = nextOf(drafts, i, true);
  if (!verb || verb.settled || verb.bend === 'noun') return;
  if (quotes(verb) && quoting.has(draft.by)) verb.neutral = true;
  if (!verb.neutral) return;
  const gap = draft.next < text.length && isComma(text.charCodeAt(draft.next)) ? draft.next + 1 : draft.next;
  if (verb.start - draft.next > REPORTED || commaBetween(text, gap, verb.start)) return;
  // 求めていく｜ことが重要である｜と述べた: what is said has a predicate of its own
  if (spoken.at(text, draft.end, draft.next) && quoting.has(closedBefore(text, draft.next, verb.start, knowledge)?.word ?? '')) return;
  // 歓迎する旨、会談は有意義であった｜旨述べた: each has its own
  if (gap > draft.next) {
    const closing = closedBefore(text, gap, verb.start, knowledge)?.word ?? '';
    // 歓迎していること、協力を続けたい｜ことを伝えた
    if (quoting.has(closing) || (listing.has(draft.by) && listing.has(closing))) return;
  }
  const closer = closers.get(draft.by); // a whole predicate stands before it: no stem of 進め・よう
  // 復帰を促していくよう｜連携したい旨述べた: what is said has a predicate of its own
  if (closer && quoting.has(closedBefore(text, draft.next, verb.start, knowledge)?.word ?? '')) return;
  const act = closer ? closer.act : wished(draft, text, knowledge);
  if (!act || draft.neutral || naming.has(draft.by)) return;
  verb.act = act;
  verb.rule = closer ? `acts/${closer.id}+${verb.rule.slice(5)}` : `${draft.rule}+${verb.rule.slice(5)}`;
  verb.contentEnd = draft.end;
  verb.reports = true;
  verb.closing = draft.by;
  verb.start = draft.start;
  verb.settled = true;
}

/** 参加を歓迎する｜意向を示した: who is willing to welcome or to thank does so; whoever is willing to agree has not yet. */
export function isFelt(drafts: readonly Draft[], i: number): boolean {
  const [draft, next] = [drafts[i] as Draft, drafts[i + 1]];
  if (draft.bend !== 'present' || draft.act === undefined || ACTS[draft.act].family !== 'regard' || draft.act === 'concur') return false;
  return next?.live === true && next.settled && next.act === 'intend' && next.start === draft.end && isNoun(next);
}

export function feel(drafts: readonly Draft[], i: number): void {
  const [draft, next] = [drafts[i] as Draft, drafts[i + 1] as Draft];
  draft.live = false;
  next.act = draft.act;
  next.rule = `${draft.rule}+${next.rule.slice(5)}`;
  next.contentEnd = draft.end;
  next.reports = true;
  next.start = draft.start;
}

/** The act of a reported predicate, seen by how it bends: 協議したい is an intention, 合意した旨 a report of the past. */
export function wished(draft: Draft, text: string, { linking }: Knowledge): Act | undefined {
  const entry = draft.predicate.value.predicate;
  if (!draft.act || !entry) return undefined;
  const near = entry.after && segment(text, Math.max(0, draft.start - NEAR), draft.start);
  const other = near && entry.after?.find(({ words }) => words.some((word) => near.includes(word)));
  if (other && !draft.settled && draft.bend !== 'past' && draft.bend !== 'passive') return other.act;
  const outcome = ACTS[draft.act].family === 'outcome' || entry.intends;
  // 価値を共有している: nothing of what was said before
  const comes = entry.idle?.some((word) => text.endsWith(word, draft.start)) ? undefined : entry.comes;
  switch (draft.bend) {
    case 'desire':
      return entry.desired ?? (outcome ? 'intend' : draft.act);
    case 'present':
      // 働きかけている: what goes on is no intention
      return outcome
        ? entry.intends && !linking.some((word) => text.slice(draft.predicate.stem, draft.end).includes(word))
          ? 'intend'
          : comes
        : draft.act;
    case 'negative':
      return entry.refused;
    case 'past':
    case 'passive':
      return undefined;
    default:
      return draft.act;
  }
}

function commaBetween(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}
