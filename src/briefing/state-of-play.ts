/** Where each topic stands: the last agreed words, each side's last words, and how lately it was raised. */
import { ACTS } from '../record/acts.generated.ts';
import type { Topic } from '../record/reading.ts';
import type { Side } from './brief.ts';
import type { BriefRecord, BriefStatement, BriefTalks } from './record.ts';

export interface Said {
  readonly talks: BriefTalks;
  readonly statement: BriefStatement;
}

export interface Play {
  /** More than one where the same words are the last on each of them. */
  readonly topics: readonly Topic[];
  readonly agreed?: Said;
  readonly own?: Said;
  readonly other?: Said;
  /** In how many of the last six talks it was raised. */
  readonly raised: number;
}

/** Among how many of the last talks a topic counts as raised lately. */
export const LATELY = 6;

/** The side of a statement seen from the party whose brief it is, whoever published it. */
export function sideIn({ side, speakers }: BriefStatement, { own, other }: Pick<BriefRecord, 'own' | 'other'>): Side {
  if (side === 'joint' || side === 'each') return side;
  const isOurs = speakers.some(({ party }) => party === own);
  const isTheirs = speakers.some(({ party }) => party === other);
  return isOurs && isTheirs ? 'joint' : isOurs ? 'own' : isTheirs ? 'other' : 'unknown';
}

/**
 * Every topic of the record, that which was raised most lately first. Topics whose last words are the same words are one.
 *
 * @param only these topics, in this order; without it all.
 */
export function findPlays(record: BriefRecord, only?: readonly Topic[]): Play[] {
  const byTopic = new Map<Topic, Said[]>();
  const weights = new Map<Topic, number>();
  for (const [i, talks] of record.talks.entries())
    for (const statement of talks.statements)
      for (const topic of statement.topics) {
        const all = byTopic.get(topic) ?? [];
        // How much was said of it, the later the more.
        weights.set(topic, (weights.get(topic) ?? 0) + 1 / (i + 2));
        all.push({ talks, statement });
        byTopic.set(topic, all);
      }
  const wanted = only ?? [...byTopic.keys()].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1));
  const lately = new Set(record.talks.slice(0, LATELY));
  const plays: Play[] = [];
  for (const topic of wanted) {
    const all = byTopic.get(topic) ?? [];
    const play = playOf([topic], all, record, lately);
    const same = only ? -1 : plays.findIndex((each) => sameWords(each, play));
    if (same >= 0) plays[same] = { ...(plays[same] as Play), topics: [...(plays[same] as Play).topics, topic] };
    else plays.push(play);
  }
  return plays;
}

function playOf(topics: readonly Topic[], all: readonly Said[], record: BriefRecord, lately: ReadonlySet<BriefTalks>): Play {
  const last = (fits: (side: Side, statement: BriefStatement) => boolean) =>
    lastOf(all.filter(({ statement }) => fits(sideIn(statement, record), statement)));
  const agreed = last((side, { act }) => (side === 'joint' || side === 'each') && ACTS[act].family === 'outcome' && act !== 'exchange');
  const own = last((side) => side === 'own');
  const other = last((side) => side === 'other');
  return {
    topics,
    ...(agreed && { agreed }),
    ...(own && { own }),
    ...(other && { other }),
    raised: new Set(all.filter(({ talks }) => lately.has(talks)).map(({ talks }) => talks)).size,
  };
}

/** What a side's last word is: of the newest talks, a position before thanks, the body before its summary, the later before the earlier. */
function lastOf(all: readonly Said[]): Said | undefined {
  const newest = all[0]?.talks;
  let best: Said | undefined;
  for (const each of all) {
    if (each.talks !== newest) break;
    if (!best || weight(each) >= weight(best)) best = each;
  }
  return best;
}

function weight({ statement }: Said): number {
  const family = { outcome: 3, position: 3, asking: 2, regard: 1 }[ACTS[statement.act].family];
  return family * 2 + (/^(?:points|lede)/.test(statement.path) ? 0 : 1);
}

/** Whether two topics have the same last words: all that both have, and at least one. */
function sameWords(a: Play, b: Play): boolean {
  let same = 0;
  for (const cell of ['agreed', 'own', 'other'] as const) {
    const [one, other] = [a[cell]?.statement, b[cell]?.statement];
    if (one === undefined && other === undefined) continue;
    if (one !== other) return false;
    same++;
  }
  return same > 0;
}
