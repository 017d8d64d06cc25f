/** Who is whom across documents and scripts, as the archive has it: by spellings that stand in two readings. */
import type { Archive } from '../../archive/archive.ts';
import type { PersonOf } from '../../comparison/likeness.ts';
import type { Reading } from '../../record/reading.ts';

/** Of the persons that took part in talks of these readings. Names nobody met under are left to party and office. */
export async function personsOf(archive: Archive, readings: readonly Reading[]): Promise<PersonOf> {
  const ids = new Map<string, string>();
  const days = readings.flatMap(({ talks }) => talks.flatMap(({ date }) => (date?.edtf ? [date.edtf.slice(0, 10)] : []))).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return () => undefined;
  const ours = new Set(readings.map(({ document }) => document.id));
  for (const day of new Set([first, last])) {
    const { items } = await archive.talks({ from: day, to: day, limit: 100 });
    for (const { participants } of items.filter(({ document }) => ours.has(document)))
      for (const { person, name, party } of participants) ids.set(`${party} ${name}`, person);
  }
  return (name, party) => (party === undefined ? undefined : ids.get(`${party} ${name}`));
}
