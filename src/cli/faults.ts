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
  'cli/nothing-to-add',
  'cli/unknown-order',
  'cli/bad-limit',
  'archive/none',
  'archive/no-such-document',
  'archive/several-documents',
  'archive/no-such-version',
  'archive/document-removed',
  'archive/no-such-words',
  'archive/no-such-correction',
  'archive/already-undone',
  'archive/no-such-names',
  'archive/bad-correction',
  'archive/bad-cursor',
  'archive/bad-date',
  'archive/bad-facet',
  'archive/bad-dyad',
  'archive/copy-exists',
  'cli/bad-host',
]);

export function isMisuse(of: Fault): boolean {
  return MISUSE.has(of.code);
}
