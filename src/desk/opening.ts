/**
 * Files in formats of others are taken apart in a thread of their own, with a limit of time and of memory: a parser that loops or grows
 * is ended with its thread, and its file is kept and says so. Nothing else is held up meanwhile.
 *
 * 1 one file at a time in a thread, and no more threads than `MOST` in each that asks; 2 a thread in which something was ended is gone,
 * the next file gets another; 3 an idle thread keeps no process from ending.
 */
import { totalmem } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Offer } from '../intake/feed.ts';
import type { Enclosed } from '../intake/mail.ts';
import type { Unpacked } from '../intake/zip.ts';
import type { Source, SourceIssue } from '../text/source.ts';
import { startThread } from './threads.ts';

/** What a thread can be asked for, and what it gives. */
export interface Deeds {
  readonly source: { readonly gives: Source };
  readonly archive: { readonly gives: Unpacked };
  readonly mail: { readonly gives: Enclosed[] };
  readonly offer: { readonly gives: Offer | undefined };
}
export interface Job<D extends keyof Deeds> {
  readonly deed: D;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  readonly encoding?: string | undefined;
}

export interface OpeningLimits {
  /** For any file, and besides for each megabyte of it. */
  readonly milliseconds: number;
  readonly perMegabyte: number;
  /** Megabytes of objects in the thread, and by which the whole process may grow while it works: buffers are no objects. */
  readonly objects: number;
  readonly growth: number;
}
const MEGABYTE = 1024 * 1024;
/** The largest files that people have come to a tenth of this. */
export const OPENING_LIMITS: OpeningLimits = {
  milliseconds: 60_000,
  perMegabyte: 10_000,
  objects: 1_024,
  growth: Math.min(2_048, Math.round(totalmem() / 2 / MEGABYTE)),
};

/** A file was given up: what it came to is an issue of the document. */
export class GivenUp extends Error {
  readonly issue: SourceIssue;
  constructor(issue: SourceIssue) {
    super(issue.message);
    this.issue = issue;
  }
}

const MOST = 2;
/** Milliseconds from one look at the memory to the next. */
const LOOK = 100;

const idle: Worker[] = [];
let started = 0;
const queue: (() => void)[] = [];

/** @throws GivenUp where the file takes too long or too much memory. @throws Error where its parser does. */
export async function openApart<D extends keyof Deeds>(job: Job<D>, limits: OpeningLimits = OPENING_LIMITS): Promise<Deeds[D]['gives']> {
  if (idle.length === 0 && started >= MOST) await new Promise<void>((done) => queue.push(done));
  else if (idle.length === 0) started++;
  const worker = idle.pop() ?? start(limits);
  worker.ref();
  let whole = false;
  try {
    const given = await done(worker, job, limits);
    whole = true;
    return given;
  } finally {
    if (whole) {
      worker.unref();
      idle.push(worker);
    } else {
      started--;
      await worker.terminate();
    }
    const next = queue.shift();
    if (next) {
      if (!whole) started++;
      next();
    }
  }
}

function start({ objects }: OpeningLimits): Worker {
  const worker = startThread('opening-thread', { maxOldGenerationSizeMb: objects });
  // One that ends while nobody waits for it is missed by nobody.
  worker.on('error', () => {});
  worker.on('exit', () => {
    const at = idle.indexOf(worker);
    if (at < 0) return;
    idle.splice(at, 1);
    started--;
  });
  return worker;
}

function done<D extends keyof Deeds>(worker: Worker, job: Job<D>, limits: OpeningLimits): Promise<Deeds[D]['gives']> {
  const time = limits.milliseconds + Math.round((limits.perMegabyte * job.bytes.length) / MEGABYTE);
  const before = process.memoryUsage.rss();
  return new Promise((give, fail) => {
    const late = setTimeout(() => end(new GivenUp(tooSlow(time))), time);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growth * MEGABYTE) end(new GivenUp(tooMuch(limits.growth)));
    }, LOOK);
    const onMessage = (answer: { readonly given: Deeds[D]['gives'] } | { readonly error: string }) =>
      'error' in answer ? end(new Error(answer.error)) : end(undefined, answer.given);
    const onError = (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new GivenUp(tooMuch(limits.objects)) : error);
    const onExit = () => end(new Error('the opening thread ended'));
    function end(error: Error | undefined, given?: Deeds[D]['gives']): void {
      clearTimeout(late);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (error) fail(error);
      else give(given as Deeds[D]['gives']);
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

const tooSlow = (time: number): SourceIssue => ({
  code: 'intake/too-slow',
  severity: 'error',
  message: `Reading the file was given up after ${time / 1000} seconds.`,
  values: { seconds: String(Math.ceil(time / 1000)) },
});

const tooMuch = (megabytes: number): SourceIssue => ({
  code: 'intake/too-much-memory',
  severity: 'error',
  message: `Reading the file was given up when it took more than ${megabytes} MB of memory.`,
  values: { megabytes: String(megabytes) },
});
