/** What changed from one version of a page to another: the statements themselves, and lines counted. */
import type { Archive } from '../../archive/archive.ts';
import { differenceOf } from '../../archive/difference.ts';
import type { Statement } from '../../record/reading.ts';

export interface Changed {
  readonly from: number;
  readonly to: number;
  /** Statements of the earlier version that the later has not, in the order of the text; and the reverse. */
  readonly gone: readonly Statement[];
  readonly come: readonly Statement[];
  readonly lines: { readonly gone: number; readonly come: number };
}

/** Undefined where one of the versions is not there. As the machine read them: corrections change no page. */
export async function differenceBetween(archive: Archive, id: string, from: number, to: number): Promise<Changed | undefined> {
  const [before, after] = await Promise.all([archive.reading(id, from), archive.reading(id, to)]);
  if (!before || !after) return undefined;
  const { gone, come, lines } = differenceOf(before, after);
  const of = (statements: readonly Statement[], ids: readonly string[]) => statements.filter(({ id }) => ids.includes(id));
  return { from, to, gone: of(before.statements, gone), come: of(after.statements, come), lines };
}
