/** The state of play between two sides: all that its page tells, gathered once and kept as long as nothing in the relation changes. */
import type { Archive, DocumentRow, EntityRow, Hit, SearchAnswer, TalksRow, ToldTalks } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { positionsOn } from '../../ledgers/positions.ts';
import { isOutcome } from '../../ledgers/told.ts';
import type { Told } from '../held.ts';
import { meetingsAmong, twiceIn } from '../meetings.ts';
import { type Clock, type LedgerLine, makeClocks, makeLedger } from './ledger.ts';

export interface StateAsked {
  readonly dyad: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly level?: string | undefined;
  readonly kind?: string | undefined;
  /** EDTF, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StateOfPlay {
  /** Those whose talks fit, newest first, with these talks alone. */
  readonly documents: readonly DocumentRow[];
  /** A meeting that both sides tell is one. */
  readonly talks: readonly (TalksRow & { readonly also?: TalksRow })[];
  /** How many meetings of the relation are told twice. */
  readonly twice: number;
  /** Newest statements, among which the last words on each topic are looked for. */
  readonly statements: readonly Hit[];
  readonly topics: SearchAnswer['facets'];
  readonly lines: readonly LedgerLine[];
  readonly clocks: readonly Clock[];
  readonly people: readonly EntityRow[];
  readonly treaties: readonly EntityRow[];
  /** The newest talks whole. */
  readonly last?: ToldTalks;
  /** What both agreed in the body of the last readout, and its points do not tell; absent where it has no points. */
  readonly notInPoints?: readonly Told[];
}

const MOST = 200;
const STATEMENTS = 240;

/** All that talks of the relation themselves tell; who takes part in it is named as the whole archive names them. */
type Play = Omit<StateOfPlay, 'people' | 'treaties'>;

/** By archive and question; only what changes the relation makes it anew. */
const made = new WeakMap<Archive, Map<string, { readonly stamp: string; readonly play: Promise<Play> }>>();
const KEPT = 64;

export async function stateOfPlay(archive: Archive, asked: StateAsked, voice: Voice): Promise<StateOfPlay> {
  const { dyad } = asked;
  const [play, people, treaties] = await Promise.all([
    playOf(archive, asked, voice),
    archive.entities({ kind: 'person', dyad, limit: 12 }),
    archive.entities({ kind: 'instrument', dyad, limit: 8 }),
  ]);
  return { ...play, people: people.items, treaties: treaties.items };
}

async function playOf(archive: Archive, asked: StateAsked, voice: Voice): Promise<Play> {
  const known = made.get(archive) ?? new Map<string, { stamp: string; play: Promise<Play> }>();
  made.set(archive, known);
  const key = JSON.stringify([asked.dyad, asked.asOf, asked.level, asked.kind, asked.from, asked.to]);
  const stamp = await archive.stamp({ dyad: asked.dyad });
  const old = known.get(key);
  if (old?.stamp === stamp) return old.play;
  const play = gather(archive, asked, voice);
  known.delete(key);
  known.set(key, { stamp, play });
  // What failed is asked again.
  play.catch(() => known.delete(key));
  if (known.size > KEPT) known.delete(known.keys().next().value as string);
  return play;
}

async function gather(archive: Archive, { dyad, asOf, level, kind, from, to }: StateAsked, voice: Voice): Promise<Play> {
  const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const kinds = { ...(level !== undefined && { level }), ...(kind !== undefined && { kind }) };
  const [documents, talks, statements, { lines }, { clocks }, told, pairs] = await Promise.all([
    archive.list({ dyad, limit: MOST, ...range }),
    archive.talks({ dyad, limit: MOST, ...kinds, ...range }),
    archive.search({
      facets: { dyad: [dyad], ...(level !== undefined && { level: [level] }), ...(kind !== undefined && { kind: [kind] }) },
      order: 'newest',
      limit: STATEMENTS,
      count: ['withheld', 'topic'],
      ...range,
    }),
    makeLedger(archive, { dyad, asOf }, voice),
    makeClocks(archive, { dyad, asOf }, voice),
    archive.told({ dyad, order: 'newest', limit: 1, ...range }),
    twiceIn(archive, dyad),
  ]);
  const wanted = new Set(talks.items.map((one) => `${one.document} ${one.id}`));
  const [last] = told.items;
  const notInPoints = last && bodyOnly(last);
  return {
    documents: documents.items
      .map((row) => ({ ...row, talks: row.talks.filter((one) => wanted.has(`${row.id} ${one.id}`)) }))
      .filter((row) => row.talks.length > 0),
    talks: meetingsAmong(talks.items, pairs),
    twice: pairs.length,
    statements: statements.items,
    topics: statements.facets,
    lines,
    clocks,
    ...(last && { last }),
    ...(notInPoints && { notInPoints }),
  };
}

function bodyOnly(last: ToldTalks): Told[] | undefined {
  const inPoints = ({ path }: { readonly path: string }) => path.startsWith('points');
  if (!last.statements.some(inPoints)) return undefined;
  const said = (statement: number) => last.statements[statement] as Told;
  return positionsOn(undefined, [last])
    .lines.filter(({ tellings }) => !tellings.some(({ statement }) => inPoints(said(statement))))
    .flatMap(({ tellings }) => tellings.map(({ statement }) => said(statement)))
    .filter(isOutcome);
}
