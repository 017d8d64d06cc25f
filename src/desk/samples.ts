/** The sample readouts that stand beside the program, put into an archive where they are not yet. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDocuments, type Document } from './add.ts';
import type { OpenArchive } from './archive.ts';
import { loadLanguages } from './languages.ts';
import { instant } from './outside.ts';

declare const MEMCON_BUILT: boolean | undefined;
const folder = fileURLToPath(new URL(typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT ? './samples/' : '../../samples/', import.meta.url));

/**
 * Adds what is new among the samples; a sample that was changed becomes a version of its page. A file beside the archive
 * tells which samples are in it, so that the second time costs nothing and what a person removed stays removed.
 *
 * @returns how many were added.
 */
export async function addSamples(archive: OpenArchive, who: string): Promise<number> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^[a-z0-9-]+\.(txt|html)$/.test(name))
        .sort()
    : [];
  const stamp = `${archive.place}.samples`;
  const seen = new Set(existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : []);
  const lines: string[] = [];
  const fresh: Document[] = [];
  for (const name of names) {
    const bytes = readFileSync(folder + name);
    const line = `${createHash('sha256').update(bytes).digest('hex')} ${name}`;
    lines.push(line);
    if (!seen.has(line)) fresh.push({ name, bytes, mediaType: name.endsWith('.html') ? 'text/html' : 'text/plain', from: `samples/${name}` });
  }
  if (fresh.length === 0) return 0;
  async function* all() {
    yield* fresh;
  }
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  let added = 0;
  for await (const one of addDocuments(archive, all(), { languages, sign: () => ({ who, when: instant() }) })) if (one.how !== 'failed') added++;
  writeFileSync(stamp, `${lines.join('\n')}\n`);
  return added;
}
