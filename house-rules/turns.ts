/**
 * After each test the event loop has a turn. Thousands of tests that wait for nothing would hold it for as long as they take together, and
 * beyond a minute the runner believes that the process which runs them no longer answers.
 */
import { afterEach } from 'vitest';

/** Taken before a test puts in a clock of its own. */
const { setImmediate } = globalThis;

afterEach(() => new Promise<void>((resolve) => setImmediate(resolve)));
