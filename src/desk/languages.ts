/**
 * The languages that stand beside the program: as JSON in a build, as YAML folders in a checkout. Loaded on demand and kept.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../language/pack.ts';
import { makeVoice, type Voice } from '../language/voice.ts';

/** True in a build, where esbuild puts it in; a checkout has no such name. */
declare const MEMCON_BUILT: boolean | undefined;
const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;

const folder = fileURLToPath(new URL(built ? './languages/' : '../../languages/', import.meta.url));
const packs = new Map<string, Pack>();
const voices = new Map<string, Voice>();

/** Codes of all languages there are, in order. */
export function languageCodes(): string[] {
  const names = readdirSync(folder);
  const codes = built
    ? names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []))
    : names.filter((name) => existsSync(`${folder}${name}/language.yaml`));
  return codes.filter((code) => !code.startsWith('_')).sort();
}

/** @throws Fault `language/bad-knowledge`; the code must be one of `languageCodes()`. */
export async function loadLanguage(code: string): Promise<Pack> {
  let pack = packs.get(code);
  if (!pack) {
    if (typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT) pack = JSON.parse(readFileSync(`${folder}${code}.json`, 'utf8')) as Pack;
    else pack = (await import('../language/load.ts')).loadPack(`${folder}${code}`);
    packs.set(code, pack);
  }
  return pack;
}

export async function loadLanguages(): Promise<Pack[]> {
  return Promise.all(languageCodes().map(loadLanguage));
}

/** Codes of the languages in which Memcon itself speaks: those whose folder has phrases. */
export async function interfaceCodes(): Promise<string[]> {
  return (await loadLanguages()).flatMap((pack) => (pack.phrases ? [pack.code] : []));
}

/**
 * The voice of the language that a locale names (`ja_JP.UTF-8`, `en`); where there is none, of the first that has one.
 */
export async function loadVoice(locale = ''): Promise<Voice> {
  const wanted = /^[a-z]{2,3}/.exec(locale.toLowerCase())?.[0];
  const codes = languageCodes();
  for (const code of [...codes.filter((each) => each === wanted), ...codes]) {
    const known = voices.get(code);
    if (known) return known;
    const { phrases } = await loadLanguage(code);
    if (!phrases) continue;
    const voice = makeVoice(code, phrases);
    voices.set(code, voice);
    return voice;
  }
  throw new Error('no folder of languages/ has phrases.yaml');
}
