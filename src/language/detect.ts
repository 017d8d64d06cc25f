import type { Pack } from './pack.ts';

const SCRIPTS = {
  kana: /[\u3041-\u30ff]/g,
  han: /[\u3400-\u9fff]/g,
  hangul: /[\uac00-\ud7a3]/g,
  latin: /[A-Za-z\u00c0-\u024f]/g,
  cyrillic: /[\u0400-\u04ff]/g,
} as const;
/** Signs of a syllable or a word stand for more than letters of an alphabet. */
const WEIGHT = { kana: 3, han: 4, hangul: 4, latin: 1, cyrillic: 1 } as const;
const LOOKED_AT = 20_000;
const LEAST = 0.25;

/**
 * The language a text is written in, of those given; undefined where none fits. A language of which no mark is found
 * counts a fifth: a Chinese text has the letters of Japanese, but none of its particles.
 *
 * @param least what a language must come to, 0–1: its share of the letters; a phrase of a few words needs little.
 */
export function detectLanguage(text: string, packs: readonly Pack[], least = LEAST): Pack | undefined {
  const sample = text.slice(0, LOOKED_AT);
  const counts = new Map<string, number>();
  let all = 0;
  for (const [script, signs] of Object.entries(SCRIPTS)) {
    const n = (sample.match(signs)?.length ?? 0) * WEIGHT[script as keyof typeof WEIGHT];
    counts.set(script, n);
    all += n;
  }
  let best: Pack | undefined;
  let most = least;
  for (const pack of packs) {
    const detect = pack.language?.detect;
    if (!detect || all === 0) continue;
    const letters = detect.scripts.reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);
    const marked = detect.marks.some((mark) => sample.includes(mark));
    const score = (letters / all) * (marked ? 1 : 0.2);
    if (score > most) {
      best = pack;
      most = score;
    }
  }
  return best;
}
