import { existsSync, readdirSync } from 'node:fs';
import { loadPack } from '../../src/language/load.ts';
import { makeVoice, type Voice } from '../../src/language/voice.ts';

/** The languages in which Memcon itself speaks, in the order of their codes. */
export function loadVoices(root: string): Voice[] {
  return readdirSync(`${root}languages`)
    .filter((code) => existsSync(`${root}languages/${code}/phrases.yaml`))
    .sort()
    .flatMap((code) => {
      const { phrases } = loadPack(`${root}languages/${code}`);
      return phrases ? [makeVoice(code, phrases)] : [];
    });
}
