/** Files of an archive that were not looked at, since their names are not those of formats that are read. */
import type { Voice } from '../../language/voice.ts';

export interface PassedOver {
  /** Name of the archive, those that it is packed in before it. */
  readonly archive: string;
  readonly count: number;
  /** The first of them. */
  readonly names: readonly string[];
}

/** What every door says of them. */
export function passedWords({ archive, count, names }: PassedOver, voice: Voice): string {
  return voice.label('passedInArchive', { archive, n: count, names: names.join(', ') + (count > names.length ? ', …' : '') });
}
