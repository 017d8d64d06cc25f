/** For tests: an archive in memory with some of the samples, and the application over it. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addDocuments } from '../desk/add.ts';
import { openArchive } from '../desk/archive.ts';
import { loadLanguages, loadVoice } from '../desk/languages.ts';
import { makeApp } from './app.tsx';

const samples = resolve(import.meta.dirname, '../../samples');
export const HOST = '127.0.0.1:4870';

interface Otherwise {
  /** Path of a file, where the archive is not in memory. */
  readonly place: string;
  /** The clock by which pages grow old. */
  readonly now?: () => number;
}

/** @param asked part of the names of the samples that are wanted. */
export async function testArchive(...asked: (string | Otherwise)[]) {
  const holds = asked.filter((each) => typeof each === 'string');
  const { place = ':memory:', now }: Partial<Otherwise> = asked.find((each) => typeof each === 'object') ?? {};
  const archive = await openArchive(place, await loadVoice(), { create: true });
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  async function* documents() {
    for (const name of readdirSync(samples).sort())
      if (/\.(txt|html)$/.test(name) && holds.some((part) => name.includes(part)))
        yield { name, bytes: readFileSync(`${samples}/${name}`), from: `samples/${name}` };
  }
  const added = [];
  for await (const one of addDocuments(archive, documents(), { languages, sign: () => ({ who: 'test', when: '2026-01-02T03:04:05Z' }) }))
    if (one.how !== 'failed') added.push(one);
  const app = makeApp({ archive, ...(now && { now }) });
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...(init.headers as Record<string, string>) } });
  /** Sends a form as our own page does, and gives the answer. */
  const send = (path: string, fields: Record<string, string | Blob | readonly string[]>, headers: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      for (const each of Array.isArray(value) ? (value as string[]) : [value as string | Blob]) body.append(name, each);
    return ask(path, { method: 'POST', body, headers });
  };
  return { archive, app, added, ask, send };
}
