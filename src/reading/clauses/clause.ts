/** A clause that carries an act. */
import type { Bend, Link } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

export interface Clause {
  /** The predicate with the noun that it gives or the word that it reports. */
  readonly verb: Span;
  /** Where the reported content ends: before the complementiser. Equals `verb[0]` where nothing is reported. */
  readonly contentEnd: number;
  /** Whether a complementiser closes content before the predicate: …ことで一致. */
  readonly reports: boolean;
  /** That complementiser: こと, 旨; empty where none was seen. */
  readonly closing: string;
  readonly act: Act;
  /** Rules without the language's code, as `acts/kansha+nobe`. */
  readonly rule: string;
  /** A verb of saying: what it reports may hold further propositions. */
  readonly neutral: boolean;
  /** Its class is only that of a verb of saying: no act word, no tail. */
  readonly plain: boolean;
  readonly passive: boolean;
  readonly inverse: boolean;
  /** Says of itself that it answers: 応じた. */
  readonly answers: boolean;
  readonly weak: boolean;
  readonly impersonal: boolean;
  /** Its act where one side alone is named for it: 日本側は…こととした. */
  readonly alone?: Act | undefined;
  /** Its act where it comes from one side alone: 先方から、認識を共有するとともに、. */
  readonly comes?: Act | undefined;
  readonly bend: Bend;
  readonly link: Link;
  /** After the comma or connector. */
  readonly next: number;
  readonly by: string;
}

/** Whether it tells what somebody feels or hopes, and not what was done or said: thanks, welcome, concern. */
export function isFeeling(act: Act): boolean {
  return ACTS[act].family === 'regard' || act === 'expect' || act === 'concern';
}
