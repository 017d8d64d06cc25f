/**
 * Who speaks in a clause, and whether together.
 *
 * 1 a speaker that no words name is inferred and names its rule; 2 where nothing supports one there is none, or there is doubt.
 */
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Speaker, Statement, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Clause } from '../clauses.ts';
import type { Frame } from '../speakers/frame.ts';
import { speakersOf } from '../speakers/knowledge.ts';
import type { Holder } from './holders.ts';
import type { Said, Sided } from './sheet.ts';

export interface Heard {
  readonly clause: Clause;
  readonly frame: Frame | undefined;
  /** Who spoke in the clause before, of the same sentence. */
  readonly current: Said | undefined;
  /** Whom this clause answers: …のに対し. */
  readonly answering: readonly Speaker[] | undefined;
  /** Who spoke last in the sentence before, of the same place. */
  readonly carried: Said | undefined;
  readonly talks: Talks;
  /** Whether the clause says that the two met: …長官と会談し. */
  readonly met: boolean;
  /** The side of those met, where the clause names them and nobody else. */
  readonly whom?: string | undefined;
  /** The side whose aim is supported, where the words say it. */
  readonly backed?: string | undefined;
  /** Whose the feeling is, where no subject is written. */
  readonly holder?: Holder | undefined;
  /** Who comes to speak behind the clause, alone and first in its sentence. */
  readonly next?: string | undefined;
  /** The side that welcomes who came to it, where the words say where. */
  readonly hosting?: string | undefined;
  /** The side of the traveller whose journey the page tells. */
  readonly traveller?: string | undefined;
  /** Whether it is said that they did it to each other. */
  readonly mutual?: boolean;
  /** Whether a predicate of both, with the same subject, follows. */
  readonly shared: boolean;
  /** Whether what is issued is a paper of whoever is in the chair. */
  readonly chairs?: boolean;
  /** Whether one follows in the same sentence. */
  readonly endsJointly?: boolean;
  /** Whether one side goes on to confirm within what it says: …から、訪日を歓迎し、方針を確認し、…したい旨述べた. */
  readonly goesOnSaying?: boolean;
  /** Whether the sentence opens as one in which the last speaker goes on: また. */
  readonly goesOn: boolean;
  /** The words of the clause. */
  readonly words: string;
}

export function sided(heard: Heard, pack: Pack): Sided {
  const { clause, frame, talks } = heard;
  const outcome = ACTS[clause.act].jointly;
  // 太平洋島嶼国側からは、…の重要性を共有する: from those of whom nothing is known
  if (outcome && frame?.kind === 'source' && !frame.joint && frame.speakers.length === 0) return { speakers: [], mode: 'one', doubt: true };
  if (outcome && !heard.goesOnSaying && (frame ? frame.speakers.length === 0 : !heard.answering && !heard.current?.joint && !isOfAll(heard)))
    return { speakers: bothSides(talks, 'speakers/both-sides', clause.verb), mode: 'joint', doubt: talks.parties.length < 2 };
  const found = frame ? (answered(frame, heard) ?? framed(frame, heard)) : unframed(heard, outcome);
  let { speakers, joint } = found;
  const answers = !frame && heard.answering !== undefined;
  // …を説明したところ、先方の理解を得た: who answered has given it
  if (clause.inverse && frame?.kind !== 'source' && !answers) {
    const gained = speakers.length === 1 ? speakers : talks.parties[0] ? [{ party: talks.parties[0] }] : [];
    const named = gained.map(({ party }) => party);
    speakers = bothSides(talks, 'speakers/gained', clause.verb).filter(({ party }) => !named.includes(party));
    joint = speakers.length > 1;
  }
  if (outcome && !joint && !heard.chairs && (clause.act !== 'confirm' || heard.met) && speakers.length > 0) {
    speakers = joined(speakers, talks, clause.verb);
    joint = true;
  }
  const mode = modeOf(speakers, joint, outcome, heard, pack);
  return { speakers, mode, doubt: found.doubt || (mode === 'joint' && speakers.length < 2) };
}

/** 双方は…を歓迎した。また、…で一致した。さらに、…を歓迎した: all who spoke before go on. */
function isOfAll({ clause, current, carried, goesOn, talks }: Heard): boolean {
  if (clause.passive) return false;
  return (
    !current &&
    carried?.joint === true &&
    !isUnsure(carried, goesOn) &&
    talks.parties.every((party) => carried.speakers.some((one) => one.party === party))
  );
}

/** Whether those who did the last thing, worked out, are not known to have done the next; who goes on is who went on before: …を希望。また、…を評価. */
function isUnsure(carried: Said, goesOn: boolean | undefined): boolean {
  return workedOut(carried) && !(goesOn && carried.speakers.every(({ rule }) => rule === 'speakers/carried'));
}

/** これに対し、（どこにも紹介のない）某外相は: who answers one of two sides is of the other; so is who speaks where of that side nobody is named who came. */
function answered(frame: Frame, { answering, talks, clause }: Heard): Found | undefined {
  const [own, other] = talks.parties;
  if (!frame.nobody || !own || !other || talks.parties.length !== 2) return undefined;
  const unnamed = talks.participants.some(({ party }) => party === own) && !talks.participants.some(({ party }) => party === other);
  if (!answering && !unnamed) return undefined;
  const speakers = otherThan(answering ?? [{ party: own }], talks, answering ? 'speakers/answers' : 'speakers/the-others', clause.verb);
  return speakers.length > 0 ? { speakers, joint: false, doubt: true } : undefined;
}

/** Whether both did it, and no words say so. */
export function workedOut({ joint, speakers }: Said): boolean {
  return joint && speakers.every(({ basis }) => basis === 'inferred');
}

type Found = Said & { readonly doubt: boolean };

function framed(frame: Frame, { answering, current, endsJointly, talks, clause }: Heard): Found {
  const doubt = frame.weak && frame.kind !== 'subject';
  if (frame.all && endsJointly) return { speakers: bothSides(talks, 'speakers/same-subject', clause.verb), joint: true, doubt };
  if (!frame.rest) return { speakers: frame.speakers, joint: frame.joint, doubt };
  const asked = answering ?? (current && !current.joint ? current.speakers : undefined);
  if (asked?.length !== 1) return { speakers: frame.speakers, joint: true, doubt: true };
  const rest = frame.speakers.filter(({ party }) => party !== asked[0]?.party);
  return rest.length === talks.parties.length - 1
    ? { speakers: rest.map((speaker) => ({ ...speaker, rule: 'speakers/the-others' })), joint: true, doubt }
    : { speakers: bothSides(talks, 'speakers/both-sides', clause.verb), joint: true, doubt: true };
}

function unframed(
  { answering, current, carried, shared, mutual, goesOn, goesOnSaying, whom, backed, hosting, holder, next, talks, traveller, clause }: Heard,
  outcome: boolean,
): Found {
  if (current && goesOnSaying) return { ...current, doubt: false };
  const nobody = (!current || workedOut(current)) && (!carried || workedOut(carried));
  if (mutual && nobody && talks.parties.length > 1)
    return { speakers: bothSides(talks, 'speakers/each-other', clause.verb), joint: true, doubt: false };
  // 冒頭、訪日を歓迎した: who was come to
  if (hosting && nobody && talks.parties.includes(hosting))
    return { speakers: [{ party: hosting, basis: 'inferred', rule: 'speakers/hosts', span: [...clause.verb] }], joint: false, doubt: false };
  // 協力に合意し、日本の常任理事国入りを支持する発言があった: nobody supports an aim of his own
  if (backed && nobody) {
    const speakers = otherThan([{ party: backed }], talks, 'speakers/supports', clause.verb);
    if (speakers.length > 0) return { speakers, joint: false, doubt: false };
  }
  if (answering) return { speakers: otherThan(answering, talks, 'speakers/answers', clause.verb), joint: false, doubt: false };
  if (holder && (!current || workedOut(current)) && (clause.passive || !carried || workedOut(carried)))
    return { speakers: [{ party: holder.party, basis: 'inferred', rule: holder.rule, span: [...clause.verb] }], joint: false, doubt: false };
  // 某首相と会談し、意見交換を行うとともに、協力を依頼した: whoever met that one
  if (current?.whom && !outcome && !clause.passive && !clause.inverse && workedOut(current)) {
    const speakers = otherThan([{ party: current.whom }], talks, 'speakers/who-met', clause.verb);
    if (speakers.length > 0) return { speakers, joint: false, doubt: false };
  }
  // 意見交換を行い、…の重要性が指摘された: what both did, worked out, does not say who said it
  if (current && clause.passive && ACTS[clause.act].family === 'position' && workedOut(current)) return { speakers: [], joint: false, doubt: true };
  // 協力することで合意し、支援を要請した: what both did, worked out, does not say who asked whom
  const asks = current !== undefined && ACTS[clause.act].family === 'asking' && !clause.reports && workedOut(current);
  if (current && !asks && !(outcome && !current.joint)) return { speakers: current.speakers, joint: current.joint, doubt: false };
  // …から謝意が示された。また、期待が表明された: by the same
  // 協力することで一致。招待した: an outcome of both, worked out, says nothing of who did the next thing
  const unsure = carried && isUnsure(carried, goesOn);
  // …会合に出席。取組の大切さを主張した: what the traveller did there has no subject
  const alone: Found | undefined =
    traveller && !outcome && !clause.passive && !clause.inverse
      ? { speakers: [{ party: traveller, basis: 'inferred', rule: 'speakers/traveller', span: [...clause.verb] }], joint: false, doubt: true }
      : undefined;
  if (unsure && !shared && !outcome) return alone ?? { speakers: [], joint: false, doubt: true };
  if (carried && !(shared && unsure) && (!clause.passive || (goesOn && carried.source && !carried.joint))) {
    const speakers = carried.speakers.map((speaker) => Object.assign({}, speaker, { basis: 'inferred' as const, rule: 'speakers/carried' }));
    return { speakers, joint: carried.joint, doubt: false };
  }
  if (whom && !outcome) return { speakers: otherThan([{ party: whom }], talks, 'speakers/who-met', clause.verb), joint: false, doubt: false };
  if (shared && talks.parties.length > 1) return { speakers: bothSides(talks, 'speakers/same-subject', clause.verb), joint: true, doubt: false };
  // 我が国の協力を伝え、先方は歓迎した: whoever speaks before the other side comes to speak is of ours
  if (next && !current && !carried && !outcome && !clause.inverse)
    return { speakers: otherThan([{ party: next }], talks, 'speakers/before-other', clause.verb), joint: false, doubt: false };
  return alone ?? { speakers: [], joint: false, doubt: !clause.inverse };
}

function modeOf(speakers: readonly Speaker[], joint: boolean, outcome: boolean, { clause, words, talks }: Heard, pack: Pack): Statement['mode'] {
  // 双方は, where the other side is not settled: together all the same, if nobody can say with whom
  if (speakers.length < 2) return joint && talks.parties.length < 2 ? 'joint' : 'one';
  return joint && !outcome && (clause.act === 'hold' || saysEach(words, pack)) ? 'each' : 'joint';
}

function saysEach(words: string, pack: Pack): boolean {
  return speakersOf(pack)?.each.has(words) === true;
}

/** The named speakers and, worked out, the other parties of the talks, in the order of the parties. */
function joined(speakers: readonly Speaker[], talks: Talks, span: Span): Speaker[] {
  const named = speakers.map(({ party }) => party);
  const rest = bothSides(talks, 'speakers/both-sides', span).filter(({ party }) => !named.includes(party));
  return [...speakers, ...rest].sort((a, b) => talks.parties.indexOf(a.party) - talks.parties.indexOf(b.party));
}

export function bothSides(talks: Talks, rule: string, span: Span): Speaker[] {
  return talks.parties.map((party) => ({ party, basis: 'inferred', rule, span: [...span] }));
}

function otherThan(speakers: readonly { readonly party: string }[], talks: Talks, rule: string, span: Span): Speaker[] {
  const others = talks.parties.filter((party) => !speakers.some((speaker) => speaker.party === party));
  return others.length === 1 ? [{ party: others[0] as string, basis: 'inferred', rule, span: [...span] }] : [];
}
