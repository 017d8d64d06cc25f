/** For tests: an archive in memory with some of the samples, and the application over it. */
import { sampleArchive } from '../desk/incoming/test-samples.ts';
import { makeApp } from './app.tsx';

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
  const { place, now }: Partial<Otherwise> = asked.find((each) => typeof each === 'object') ?? {};
  const { archive, added } = await sampleArchive(holds, place);
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
