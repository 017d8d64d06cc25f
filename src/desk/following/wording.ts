/** Formulas of a relation or a publisher, and the history of a phrase: the talks from the archive, the finding from the ledgers. */
import type { Archive, ToldQuery, ToldTalks } from '../../archive/archive.ts';
import type { Voice } from '../../language/voice.ts';
import { sayerOf } from '../../ledgers/told.ts';
import { type Formula, findFormulas, historyOf, type State } from '../../ledgers/wording.ts';
import { makeFault } from '../faults.ts';
import { toNumber } from '../finding/list.ts';
import type { Told } from '../held.ts';
import { type MeetingTold, meetingsOf, type TalksHead } from '../meetings.ts';

export type { Note, State, Variant } from '../../ledgers/wording.ts';

export interface WordingWishes {
  /** `JP-RU`, in either order. */
  readonly dyad?: string | undefined;
  /** Party of the publisher. */
  readonly publisher?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** In how many talks a phrase must stand. */
  readonly least?: string | undefined;
  readonly limit?: string | undefined;
}

export type { TalksHead } from '../meetings.ts';

export interface Wording {
  /** Oldest first; a meeting that both sides tell is one. */
  readonly talks: readonly (TalksHead & { readonly also?: TalksHead })[];
  /** The most telling first. */
  readonly items: readonly FormulaTold[];
}

export interface FormulaTold extends Omit<Formula, 'tellings' | 'states' | 'first' | 'last'> {
  /** EDTF of the first and the last talks that have it. */
  readonly first?: string;
  readonly last?: string;
  /** One for each of the talks; its letter where it is a variant. */
  readonly cells: readonly { readonly state: State; readonly variant?: string }[];
  readonly tellings: readonly ToldPhrase[];
}

/** Where a formula stands, citable. */
export interface ToldPhrase {
  /** Index of the talks. */
  readonly talks: number;
  readonly document: string;
  readonly statement: string;
  readonly path: string;
  readonly date?: string;
  readonly quote: string;
  /** In UTF-16 units of the quote. */
  readonly span: readonly [start: number, end: number];
  readonly variant?: string;
  /** `joint`, `each`, a party, or `unknown`. */
  readonly by: string;
  readonly act: Told['act'];
}

/** What was found stays found as long as nothing told of the relation changes: the newest dozens of questions. */
const kept = new Map<string, { readonly stamp: string; readonly wording: Wording }>();
const KEPT = 32;
/** Of how many talks phrases are looked for; of more, evenly many are. Where they stand is then looked up in all that are handed over. */
const LOOKED_AT = 6_000;
const PAGE = 2_000;

/** @throws Fault `archive/bad-dyad`, `archive/bad-date`, `cli/bad-limit`. */
export async function formulasOf(archive: Archive, wishes: WordingWishes, voice: Voice): Promise<Wording> {
  const most = Math.min(200, toNumber(wishes.limit ?? '40', voice));
  const least = wishes.least === undefined ? undefined : toNumber(wishes.least, voice);
  const query = queryOf(wishes);
  const key = JSON.stringify([archive.place, query, most, least]);
  const stamp = await archive.stamp(query);
  const known = kept.get(key);
  if (known?.stamp === stamp) return known.wording;
  const talks = await talksOf(archive, query);
  const wording = toWording(talks, findFormulas(talks, { most, ...(least !== undefined && { least }) }));
  kept.delete(key);
  kept.set(key, { stamp, wording });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return wording;
}

/**
 * The history of a phrase: in the relation that is named, else in the one where it is said most.
 *
 * @returns no items where nobody said it.
 * @throws Fault `cli/no-phrase` where there is nothing to look for.
 */
export async function phraseHistory(
  archive: Archive,
  phrase: string,
  wishes: WordingWishes,
  voice: Voice,
): Promise<Wording & { readonly dyad?: string; readonly elsewhere: readonly { readonly dyad: string; readonly statements: number }[] }> {
  const words = phrase.replaceAll('"', ' ').trim().slice(0, 200);
  if (words === '') throw makeFault(voice, 'cli/no-phrase');
  const { facets } = await archive.search({ words: `"${words}"`, count: ['dyad'], limit: 1 });
  const relations = (facets.dyad ?? []).map(({ value, count }) => ({ dyad: value, statements: count }));
  const asked = wishes.dyad?.toUpperCase();
  const turned = asked?.split('-').reverse().join('-');
  const dyad = asked ?? (wishes.publisher === undefined ? relations[0]?.dyad : undefined);
  const elsewhere = relations.filter((one) => one.dyad !== asked && one.dyad !== turned && one.dyad !== dyad);
  if (dyad === undefined && wishes.publisher === undefined) return { talks: [], items: [], elsewhere };
  const talks = await talksOf(archive, queryOf({ ...wishes, dyad }));
  const history = historyOf(words, talks);
  return { ...(dyad !== undefined && { dyad }), ...toWording(talks, history ? [history] : []), elsewhere };
}

function queryOf({ dyad, publisher, from, to }: WordingWishes): ToldQuery {
  return {
    ...(dyad !== undefined && { dyad }),
    ...(publisher !== undefined && { publisher: publisher.toUpperCase() }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** All of them, oldest first; of very many, evenly many. */
async function talksOf(archive: Archive, query: ToldQuery): Promise<readonly MeetingTold[]> {
  let all: ToldTalks[] = [];
  let step = 1;
  let seen = 0;
  let cursor: string | undefined;
  do {
    const page = await archive.told({ ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) });
    for (const one of page.items) if (seen++ % step === 0) all.push(one);
    if (all.length > LOOKED_AT) {
      all = all.filter((_, i) => i % 2 === 0);
      step *= 2;
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return meetingsOf(archive, query.publisher === undefined ? query.dyad : undefined, all);
}

function toWording(talks: readonly MeetingTold[], formulas: readonly Formula[]): Wording {
  const dateOf = (i: number) => talks[i]?.date;
  return {
    talks: talks.map(({ statements: _, ...head }) => head),
    items: formulas.map(({ tellings, states, first, last, ...formula }): FormulaTold => {
      const letters = new Map(tellings.flatMap(({ talks: i, variant }) => (variant === undefined ? [] : [[i, variant]])));
      const [from, to] = [dateOf(first), dateOf(last)];
      return {
        ...formula,
        ...(from !== undefined && { first: from }),
        ...(to !== undefined && { last: to }),
        cells: states.map((state, i) => (state === 'variant' ? { state, variant: letters.get(i) as string } : { state })),
        tellings: tellings.map(({ talks: i, statement, span, variant }): ToldPhrase => {
          const { date, statements } = talks[i] as MeetingTold;
          const said = statements[statement] as MeetingTold['statements'][number];
          return {
            talks: i,
            document: said.document,
            statement: said.id,
            path: said.path,
            ...(date !== undefined && { date }),
            quote: said.quote,
            span,
            ...(variant !== undefined && { variant }),
            by: sayerOf(said),
            act: said.act,
          };
        }),
      };
    }),
  };
}
