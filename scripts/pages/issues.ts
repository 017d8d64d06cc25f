/** docs/issues.md: what a record may say of doubts about its document, and what a command answers to misuse. */
import { isMisuse } from '../../src/cli/faults.ts';
import { Fault } from '../../src/fault.ts';
import type { Voice } from '../../src/language/voice.ts';
import { HEAD, table } from './table.ts';

export function issuesPage(voices: readonly Voice[]): string {
  const issues = keys(voices, ({ phrases }) => phrases.issues);
  const faults = keys(voices, ({ phrases }) => phrases.faults);
  const heads = voices.map(({ code }) => code);
  return `${HEAD}\n
# Issues and faults

## Issues

A document is never refused. What cannot be read in it, or contradicts itself, becomes an entry of the record's \`issues\`, with a \`code\`, a \`severity\` and,
where it has one, the \`span\` of the words in question. A name in braces is filled in from the issue's \`values\`.

${table(
  ['code', ...heads],
  issues.map((code) => [`\`${code}\``, ...voices.map(({ phrases }) => phrases.issues[code] ?? '')]),
)}

## Faults

Misuse is refused at once, with its cause and its cure. A command says both on standard error and ends with the status below; the pages answer with the same words.
\`language/bad-knowledge\` speaks to those who write \`languages/\`: it names the file, the place in it and what was expected there.

${table(
  ['code', 'status', ...heads],
  faults.map((code) => [
    `\`${code}\``,
    code.startsWith('cli/') ? (isMisuse(new Fault(code, '', '')) ? 2 : 1) : '',
    ...voices.map(({ phrases }) => `${phrases.faults[code]?.problem ?? ''} ${phrases.faults[code]?.cure ?? ''}`),
  ]),
)}
`;
}

function keys(voices: readonly Voice[], of: (voice: Voice) => object): string[] {
  return [...new Set(voices.flatMap((voice) => Object.keys(of(voice))))].sort();
}
