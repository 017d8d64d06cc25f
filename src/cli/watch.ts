import { setTimeout as waitFor } from 'node:timers/promises';
import { makeFault } from '../desk/faults.ts';
import type { PassedOver } from '../desk/incoming/add.ts';
import { makeGuest } from '../desk/incoming/fetch/polite.ts';
import { watchFeeds } from '../desk/incoming/watch.ts';
import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import { network, patience, sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { failedLine, lineOf, toJson } from './add.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { passedInArchive } from './passed.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

export interface WatchCommand extends ArchiveCommand {
  readonly language?: string | undefined;
  readonly published?: string;
  readonly who?: string;
  readonly every?: string;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Once, for a timer of the system; with `every` until it is stopped. Exit status 1: something could not be had (the last time). */
export async function runWatch(feeds: readonly string[], command: WatchCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  if (feeds.length === 0) throw makeFault(voice, 'cli/nothing-to-watch');
  for (const feed of feeds) if (!/^https?:\/\//i.test(feed)) throw makeFault(voice, 'fetch/bad-address', { address: feed });
  const pause = command.every === undefined ? undefined : toMilliseconds(command.every, voice);
  const languages = command.language ? [await loadLanguage(command.language)] : (await loadLanguages()).filter((pack) => pack.language?.detect);

  return withArchive(
    command,
    io,
    voice,
    async (archive) => {
      const signal = io.interrupted?.();
      const passed: PassedOver[] = [];
      const options = {
        languages,
        published: command.published,
        language: command.language,
        sign: () => sign(command.who, io.env),
        signal,
        passed: (over: PassedOver) => passed.push(over),
        guest: makeGuest(io.network ?? network, io.patience ?? patience),
      };
      for (;;) {
        let failed = 0;
        const counts = { added: 0, version: 0, same: 0, restored: 0 };
        for await (const one of watchFeeds(archive, feeds, options)) {
          const isFeed = 'feed' in one;
          if (one.how === 'failed') failed++;
          else if (!isFeed) counts[one.how as keyof typeof counts]++;
          // One line each, as they come: who reads this may be a program that waits.
          if (json) await io.stdout.write(`${JSON.stringify(isFeed ? one : toJson(one))}\n`);
          else if (one.how === 'failed') await io.stderr.write(failedLine({ name: isFeed ? one.feed : one.name, fault: one.fault }, voice));
          else if (!isFeed) await io.stdout.write(lineOf(one, voice));
          else if (one.how === 'unchanged') await io.stderr.write(`${voice.label('watchUnchanged', { feed: one.feed })}\n`);
          else await io.stderr.write(`${voice.label('watchLooked', { feed: one.feed, offered: one.offered, asked: one.asked })}\n`);
        }
        for (const over of passed.splice(0)) await io.stderr.write(passedInArchive(over, voice));
        if (!json) await io.stderr.write(`${voice.label('watchDone', { ...counts, failed })}\n`);
        if (pause === undefined || signal?.aborted) return failed > 0 ? STATUS.other : STATUS.read;
        if (!json) await io.stderr.write(`${voice.label('watchWaits', { every: command.every ?? '' })}\n`);
        await (io.patience ? io.patience.wait(pause) : waitFor(pause, undefined, signal ? { signal } : {}).catch(() => {}));
        if (signal?.aborted) return STATUS.read;
      }
    },
    { create: true },
  );
}

/** `30m`, `2h`, `1d`; not under a minute, since hosts are guests' hosts. */
function toMilliseconds(words: string, voice: Voice): number {
  const [, n = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(words) ?? [];
  const length = Number(n) * (UNITS[unit] ?? 0);
  // A longer wait than a timer can count to would not wait at all.
  if (!(length > 0) || length > 24 * 86_400_000) throw makeFault(voice, 'cli/bad-interval', { name: words });
  return length;
}
