/** What two sides said on a topic, talks by talks: the talks from the archive, the comparing from the ledger. */
import type { Archive, ToldTalks } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { type Line, positionsOn, type SayerTimes } from '../../ledgers/positions.ts';
import type { Topic } from '../../record/reading.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { makeFault } from '../faults.ts';
import { meetingsOf, type TalksHead, type ToldAt } from '../meetings.ts';

export type { SayerTimes } from '../../ledgers/positions.ts';

export interface PositionsTold {
  readonly dyad: string;
  readonly topic?: Topic;
  /** Those in which the topic was raised, oldest first; a meeting that both sides tell is one. */
  readonly talks: readonly (TalksHead & {
    readonly also?: TalksHead;
    /** Sayer (`joint`, `each`, a party, `unknown`) → what was said, in the order of the text. */
    readonly by: Readonly<Record<string, readonly ToldAt[]>>;
    readonly withheld: readonly string[];
  })[];
  /** The same thing said again; indexes are of `talks`. */
  readonly lines: readonly (Omit<Line, 'tellings'> & { readonly tellings: readonly { readonly talks: number; readonly statement: ToldAt }[] })[];
  readonly sayers: Readonly<Record<string, SayerTimes>>;
}

export interface PositionsWishes {
  readonly dyad: string;
  /** All where it is left out. */
  readonly topic?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const PAGE = 2_000;
/** The last questions answered, which hold until something told of the relation changes. */
const made = new WeakMap<Archive, Map<string, { readonly stamp: string; readonly told: PositionsTold }>>();
const KEPT = 32;

/** @throws Fault `archive/bad-dyad`, `archive/bad-date`, `cli/unknown-topic`. */
export async function positionsOf(archive: Archive, { dyad, topic, from, to }: PositionsWishes, voice: Voice): Promise<PositionsTold> {
  const on = topicFrom(topic, voice);
  const known = made.get(archive) ?? new Map<string, { stamp: string; told: PositionsTold }>();
  made.set(archive, known);
  const key = JSON.stringify([dyad, on, from, to]);
  const stamp = await archive.stamp({ dyad });
  const old = known.get(key);
  if (old?.stamp === stamp) return old.told;
  const all: ToldTalks[] = [];
  let cursor: string | undefined;
  do {
    const page = await archive.told({
      dyad,
      ...(on !== undefined && { topic: on }),
      limit: PAGE,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(cursor !== undefined && { cursor }),
    });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  const talks = await meetingsOf(archive, dyad, all);
  const { at, lines, sayers } = positionsOn(on, talks);
  const said = (i: number, j: number) => talks[i]?.statements[j] as ToldAt;
  const told: PositionsTold = {
    dyad: dyad.toUpperCase().split('-').sort().join('-'),
    ...(on !== undefined && { topic: on }),
    talks: at.map(({ talks: i, by, withheld }) => {
      const { statements: _, ...head } = talks[i] as (typeof talks)[number];
      return { ...head, by: Object.fromEntries(Object.entries(by).map(([sayer, list]) => [sayer, list.map((j) => said(i, j))])), withheld };
    }),
    lines: lines.map(({ tellings, ...line }) => ({
      ...line,
      tellings: tellings.map(({ talks: i, statement }) => ({ talks: i, statement: said(i, statement) })),
    })),
    sayers,
  };
  known.delete(key);
  known.set(key, { stamp, told });
  if (known.size > KEPT) known.delete(known.keys().next().value as string);
  return told;
}

function topicFrom(name: string | undefined, voice: Voice): Topic | undefined {
  if (name === undefined || Object.hasOwn(TOPICS, name)) return name as Topic | undefined;
  throw makeFault(voice, 'cli/unknown-topic', { name: name.slice(0, 60), topics: Object.keys(TOPICS).join(', ') });
}
