/** A predicate on its way to a clause: what it gives or reports is found before its act is settled. */
import type { Bend, Link, Predicate } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act } from '../../record/reading.ts';
import type { Meaning } from './knowledge.ts';

/** How far a verb may stand from the content that it reports, and from a noun that shares it with the next, in units. */
export const REPORTED = 24;
export const JOINED = 80;
/** How far before a predicate a word may stand that gives it another class. */
export const NEAR = 60;

export interface Draft {
  readonly predicate: Predicate<Meaning>;
  start: number;
  end: number;
  bend: Bend;
  link: Link;
  next: number;
  by: string;
  act: Act | undefined;
  rule: string;
  neutral: boolean;
  /** Its class is settled by a noun or a reported word. */
  settled: boolean;
  inverse: boolean;
  answers: boolean;
  passive: boolean;
  contentEnd: number;
  reports: boolean;
  closing: string;
  live: boolean;
}

export function draftOf(predicate: Predicate<Meaning>): Draft {
  const { value } = predicate;
  const entry = value.predicate;
  return {
    predicate,
    start: predicate.start,
    end: predicate.end,
    bend: predicate.bend,
    link: predicate.link,
    next: predicate.next,
    by: predicate.by,
    act: entry?.act,
    rule: `acts/${entry?.id ?? value.giving?.id}`,
    neutral: entry?.takes === 'content',
    settled: false,
    inverse: entry?.inverse ?? value.giving?.inverse ?? false,
    answers: entry?.answers ?? false,
    passive: predicate.bend === 'passive',
    contentEnd: predicate.start,
    reports: false,
    closing: '',
    live: entry !== undefined || value.giving !== undefined,
  };
}

/** The next predicate that still stands; a verb that only gives is passed over where it cannot be meant. */
export function nextOf(drafts: readonly Draft[], i: number, passing: boolean): Draft | undefined {
  const end = (drafts[i] as Draft).end + JOINED;
  for (let at = i + 1; at < drafts.length; at++) {
    const draft = drafts[at] as Draft;
    if (draft.start > end) return undefined;
    if (draft.live && !(passing && draft.predicate.value.giving)) return draft;
  }
  return undefined;
}

/** Forms of nouns that are nothing but nouns. */
const NOUNS: ReadonlySet<string> = new Set(['noun', 'regard']);
/** Whether it is nothing but a noun: 謝意, and not 感謝する. */
export function isNoun({ predicate }: Draft): boolean {
  return NOUNS.has(predicate.value.predicate?.form ?? '');
}

/** What somebody thinks or holds is not told by a verb of regard. */
const THOUGHTS: readonly (Act | undefined)[] = ['state', 'hold'];
/** Nobody thanks or supports another for these: 事態への懸念と解決への支持. */
const BLAME: readonly (Act | undefined)[] = ['concern', 'protest', 'condemn'];

/** Whether a deed, or what somebody holds, may be what another noun is for: 招待, 立場 of 謝意. */
export function isOwed(draft: Draft, { act }: Draft): boolean {
  return act !== undefined && !BLAME.includes(draft.act) && ACTS[act].family === 'regard' && (!isNoun(draft) || THOUGHTS.includes(draft.act));
}

/** A word of deeds (供与) or of much else (支持, 議論), which is an act of the talks only with a verb of its own. */
export function isThing({ predicate: { value } }: Draft): boolean {
  return value.predicate?.deed === true || value.predicate?.weak === true;
}

/** Takes whole sentences as a verb of saying does: …したい旨言及. */
export function quotes({ predicate }: Draft): boolean {
  return predicate.value.predicate?.takes === 'quoted';
}
