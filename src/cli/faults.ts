import type { Fault } from '../fault.ts';

/** Codes after which the exit status is 2: the command was used wrongly. The rest is 1. */
const MISUSE = new Set([
  'cli/misuse',
  'cli/unknown-option',
  'cli/unknown-command',
  'cli/option-needs-value',
  'cli/too-many-arguments',
  'cli/nothing-to-read',
  'cli/no-such-file',
  'cli/empty-folder',
  'cli/no-folder',
  'cli/unknown-format',
  'cli/unknown-language',
  'cli/unknown-interface',
  'cli/bad-date',
  'cli/no-address',
  'cli/output-needs-folder',
  'cli/output-is-source',
  'cli/bad-port',
]);

export function isMisuse(of: Fault): boolean {
  return MISUSE.has(of.code);
}
