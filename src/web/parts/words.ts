/** Words that several pages say of rows of the archive. */
import type { DocumentRow, DyadRow, TalksRow } from '../../desk/held.ts';
import type { Voice } from '../../language/voice.ts';
import type { Talks, Topic } from '../../record/reading.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import type { View } from './view.ts';

export function talksWords(talks: Pick<TalksRow, 'kind' | 'level'>, voice: Voice): string {
  return voice.talks(talks as Talks);
}

export function titleOf(row: { readonly title?: string; readonly name?: string }, voice: Voice): string {
  return row.title ?? row.name ?? voice.label('untitled');
}

export function topicName(topic: string, voice: Voice): string {
  return (TOPICS[topic as Topic] as Record<string, string> | undefined)?.[voice.code] ?? topic;
}

/** Two parties, the one that publishes first where it is known. */
export function dyadName(dyad: string, voice: Voice, own?: string): string {
  return voice.parties(partiesOf(dyad, voice, own));
}

/** The same in short where the language has a short name: 日露. */
export function shortDyad(dyad: string, voice: Voice, own?: string): string {
  return voice.relation(partiesOf(dyad, voice, own)) ?? dyadName(dyad, voice, own);
}

/** Parties side by side, in short where the language has a short name. */
export function shortParties(parties: readonly string[], voice: Voice): string {
  return voice.relation(parties) ?? voice.parties(parties);
}

/** Short names of a relation in the languages that have one, for those who know it by that; its code where none has. */
export function namesBeside(dyad: string, view: View, own?: string): { readonly code: string; readonly words: string }[] {
  const voices = [view.voice, ...view.others.map(({ voice }) => voice)];
  return voices.flatMap((voice) => {
    const words = voice.relation(partiesOf(dyad, voice, own));
    return words === undefined ? [] : [{ code: voice.code, words }];
  });
}

/** The side that is seen from first; where it is neither, as the language puts them. */
function partiesOf(dyad: string, voice: Voice, own: string | undefined): readonly string[] {
  const parties = orderedParties(dyad, own);
  return own !== undefined && parties.includes(own) ? parties : voice.ordered(parties);
}

export function orderedParties(dyad: string, own?: string): readonly [string, string] {
  const [one, other] = dyad.split('-') as [string, string];
  return other === own ? [other, one] : [one, other];
}

/** The day of the talks, as sure as their words; else that of publication. */
export function dayWords(row: DocumentRow, voice: Voice): string {
  const date = row.talks[0]?.date ?? row.published;
  return date ? voice.date(date) : voice.label('publishedUnknown');
}

/** The dyads of a readout, for its way up. */
export function dyadsOf(row: DocumentRow): string[] {
  const all = new Set<string>();
  for (const { parties } of row.talks) {
    const [own, ...others] = parties;
    for (const other of others) if (own && own !== other) all.add(own < other ? `${own}-${other}` : `${other}-${own}`);
  }
  return [...all];
}

/** The party seen as one's own in a relation: that which publishes most of it. */
export function ownOf(dyad: Pick<DyadRow, 'parties'>, rows: readonly DocumentRow[]): string {
  const counts = dyad.parties.map((party) => rows.filter((row) => (row.publisher?.party ?? row.talks[0]?.parties[0]) === party).length);
  return (counts[1] ?? 0) > (counts[0] ?? 0) ? dyad.parties[1] : dyad.parties[0];
}

/** `2010-11-13` where the date is known to the day; undefined otherwise. */
export function dayOf(edtf: string | undefined): string | undefined {
  return edtf && /^\d{4}-\d\d-\d\d/.test(edtf) && !edtf.includes('/') ? edtf.slice(0, 10) : undefined;
}
