/**
 * Files in formats of others are taken apart in a process of their own, with a limit of time and of memory: a parser that loops or grows
 * is ended with its process, and its file is kept and says so. Nothing else is held up meanwhile. No thread would do: what it allocates may
 * abort the whole process before its limit ends it.
 *
 * 1 one file at a time in a process, and no more processes than `MOST` in each that asks; 2 a process in which something was ended is gone,
 * the next file gets another; 3 an idle one keeps nobody from ending.
 */
import type { ChildProcess } from 'node:child_process';
import { totalmem } from 'node:os';
import type { Offer } from '../../intake/feed.ts';
import type { Enclosed } from '../../intake/mail.ts';
import type { Unpacked } from '../../intake/zip.ts';
import type { Source, SourceIssue } from '../../text/source.ts';
import { startProcess } from './processes.ts';

/** What such a process can be asked for, and what it gives. */
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
  /** Bytes by which its process may grow meanwhile. */
  readonly growth: number;
}

export interface OpeningLimits {
  /** For any file, and besides for each megabyte of it. */
  readonly milliseconds: number;
  readonly perMegabyte: number;
  /** Megabytes of objects in the process, and by which it may grow while it works: buffers are no objects. */
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
const idle: ChildProcess[] = [];
let started = 0;
const queue: (() => void)[] = [];

/** @throws GivenUp where the file takes too long or too much memory. @throws Error where its parser does. */
export async function openApart<D extends keyof Deeds>(
  job: Omit<Job<D>, 'growth'>,
  limits: OpeningLimits = OPENING_LIMITS,
): Promise<Deeds[D]['gives']> {
  if (idle.length === 0 && started >= MOST) await new Promise<void>((done) => queue.push(done));
  else if (idle.length === 0) started++;
  let child: ChildProcess | undefined;
  let whole = false;
  try {
    child = idle.pop() ?? (await start(limits));
    hold(child);
    const given = await done(child, { ...job, growth: limits.growth * MEGABYTE } as Job<D>, limits);
    whole = true;
    return given;
  } finally {
    if (whole && child) {
      release(child);
      idle.push(child);
    } else {
      started--;
      child?.kill('SIGKILL');
    }
    const next = queue.shift();
    if (next) {
      if (!whole) started++;
      next();
    }
  }
}

async function start({ objects }: OpeningLimits): Promise<ChildProcess> {
  const child = await startProcess('opening-process', objects);
  // One that ends while nobody waits for it is missed by nobody.
  child.on('error', () => {});
  child.on('exit', () => {
    const at = idle.indexOf(child);
    if (at < 0) return;
    idle.splice(at, 1);
    started--;
  });
  return child;
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function done<D extends keyof Deeds>(child: ChildProcess, job: Job<D>, limits: OpeningLimits): Promise<Deeds[D]['gives']> {
  const time = limits.milliseconds + Math.round((limits.perMegabyte * job.bytes.length) / MEGABYTE);
  return new Promise((give, fail) => {
    const late = setTimeout(() => end(new GivenUp(tooSlow(time))), time);
    const onMessage = (answer: unknown) => {
      const told = answer as { readonly given: Deeds[D]['gives'] } | { readonly error: string };
      if ('error' in told) end(new Error(told.error));
      else end(undefined, told.given);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => end(whyEnded(code, signal, limits));
    function end(error: Error | undefined, given?: Deeds[D]['gives']): void {
      clearTimeout(late);
      child.off('message', onMessage).off('error', end).off('exit', onExit);
      if (error) fail(error);
      else give(given as Deeds[D]['gives']);
    }
    child.on('message', onMessage).on('error', end).on('exit', onExit);
    child.send(job);
  });
}

/** The runtime aborts a process with too many objects; one that has grown too large ends itself. */
function whyEnded(code: number | null, signal: NodeJS.Signals | null, { objects, growth }: OpeningLimits): Error {
  if (signal === 'SIGKILL') return new GivenUp(tooMuch(growth));
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL' || code === ABORTED) return new GivenUp(tooMuch(objects));
  return new Error('the opening process ended');
}

/** 128 and the number of the signal, where no signal is told. */
const ABORTED = 134;

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
