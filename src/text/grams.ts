/**
 * A text cut into what an index holds. Scripts without spaces between words are cut into pairs of signs, so that a word of
 * two signs is found; the last sign of a run stands alone besides, so that a single sign is found too. Other scripts are
 * cut into words.
 *
 *   > 日露関係とAPEC首脳
 *     日露 露関 関係 係と と apec 首脳 脳
 */

/** Han, kana, hangul, bopomofo and the marks among them. */
const PAIRED =
  /[\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\ud840-\udbff\udc00-\udfff]/;
const RUN =
  /[\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u{20000}-\u{323af}]+|[\p{L}\p{N}\p{M}]+?(?=[\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u{20000}-\u{323af}]|[^\p{L}\p{N}\p{M}]|$)/gu;

/** The grams of a text in search form, apart by spaces: what goes into the index. */
export function grams(form: string): string {
  let out = '';
  for (const [run] of form.matchAll(RUN)) {
    if (!PAIRED.test(run)) {
      out += `${run} `;
      continue;
    }
    const signs = [...run];
    for (let i = 0; i + 1 < signs.length; i++) out += `${signs[i]}${signs[i + 1]} `;
    out += `${signs.at(-1)} `;
  }
  return out;
}

export interface Phrase {
  /** Grams that follow one another. */
  readonly grams: readonly string[];
  /** The last gram is only the beginning of one: a single sign, which begins a pair in the index. */
  readonly open: boolean;
}

/** The grams that stand in the index wherever the words stand in a text; undefined where the words hold nothing that is indexed. */
export function phraseOf(form: string): Phrase | undefined {
  const runs = [...form.matchAll(RUN)].map(([run]) => run);
  const grams: string[] = [];
  let open = false;
  for (const [i, run] of runs.entries()) {
    const last = i === runs.length - 1;
    if (!PAIRED.test(run)) {
      grams.push(run);
      continue;
    }
    const signs = [...run];
    for (let j = 0; j + 1 < signs.length; j++) grams.push(`${signs[j]}${signs[j + 1]}`);
    // Only where something follows is the end of this run an end in the text too.
    if (!last || signs.length === 1) grams.push(signs.at(-1) as string);
    open = last && signs.length === 1;
  }
  return grams.length > 0 ? { grams, open } : undefined;
}
