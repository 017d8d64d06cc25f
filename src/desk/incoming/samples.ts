/** The sample readouts that stand beside the program, put into an archive where they are not yet. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenArchive } from '../archive.ts';
import { loadLanguages } from '../languages.ts';
import { instant } from '../outside.ts';
import { addDocuments, type Document } from './add.ts';

declare const MEMCON_BUILT: boolean | undefined;
const folder = fileURLToPath(new URL(typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT ? './samples/' : '../../../samples/', import.meta.url));

/**
 * Adds what is new among the samples; a sample that was changed becomes a version of its page. A file beside the archive
 * tells which samples are in it, so that the second time costs nothing and what a person removed stays removed.
 *
 * @returns how many were added.
 */
export async function addSamples(archive: OpenArchive, who: string): Promise<number> {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^[a-z0-9-]+\.(txt|html)$/.test(name))
        .sort()
    : [];
  const stamp = `${archive.place}.samples`;
  const seen = new Set(existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : []);
  const lines: string[] = [];
  const fresh: Document[] = [];
  for (const name of files) {
    const bytes = readFileSync(folder + name);
    const line = `${createHash('sha256').update(bytes).digest('hex')} ${name}`;
    lines.push(line);
    if (!seen.has(line)) fresh.push({ name, bytes, mediaType: name.endsWith('.html') ? 'text/html' : 'text/plain', from: `samples/${name}` });
  }
  const names = existsSync(folder + NAMES) ? readFileSync(folder + NAMES, 'utf8') : '[]';
  const line = `${createHash('sha256').update(names).digest('hex')} ${NAMES}`;
  lines.push(line);
  if (fresh.length === 0 && seen.has(line)) return 0;
  async function* all() {
    yield* fresh;
  }
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  let added = 0;
  for await (const one of addDocuments(archive, all(), { languages, sign: () => ({ who, when: instant() }) })) if (one.how !== 'failed') added++;
  if (!seen.has(line)) await joinNames(archive, JSON.parse(names) as readonly OnePerson[], who);
  writeFileSync(stamp, `${lines.join('\n')}\n`);
  return added;
}

/** Which names of the samples are one person, and why: no table tells it, so it is said as a person says it, and undone like that. */
const NAMES = 'names.json';

interface OnePerson {
  readonly party: string;
  /** Names as they are written; the first stays. */
  readonly names: readonly string[];
  readonly role: string;
  readonly why: string;
}

/** Names of which somebody has decided anything already are left as they were decided. */
export async function joinNames(archive: OpenArchive, people: readonly OnePerson[], who: string): Promise<void> {
  const decided = new Set(
    (await archive.corrections()).flatMap(({ change }) => (change.set === 'same' || change.set === 'different' ? change.names : [])),
  );
  for (const { party, names, role, why } of people) {
    const ids: string[] = [];
    for (const name of names) {
      const { items } = await archive.entities({ kind: 'person', party, words: name, limit: 50 });
      const found = items.find((each) => each.name === name && (each.role === undefined || each.role === role));
      if (found) ids.push(found.id);
    }
    const [first, ...others] = ids;
    if (first === undefined || ids.some((id) => decided.has(id))) continue;
    for (const other of others)
      await archive.correct({ on: { of: 'archive' }, change: { set: 'same', names: [first, other] }, who, when: instant(), why });
  }
}
