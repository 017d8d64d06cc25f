/** docs/acts.md: what a statement can be, from vocabulary/acts.yaml, with the name that each interface shows. */
import type { Voice } from '../../src/language/voice.ts';
import { ACTS, type Act } from '../../src/record/acts.generated.ts';
import { HEAD, table } from './table.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  outcome: 'What the talks came to.',
  position: 'What a side says, means or thinks.',
  regard: 'What a side feels towards the other, or grants it.',
  asking: 'What a side asks for or gives.',
};

export function actsPage(voices: readonly Voice[]): string {
  const all = Object.entries(ACTS) as [Act, (typeof ACTS)[Act]][];
  const families = [...new Set(all.map(([, { family }]) => family))];
  const sections = families.map((family) => {
    const rows = all
      .filter(([, act]) => act.family === family)
      .map(([code, { jointly, binds, means }]) => [
        `\`${code}\``,
        ...voices.map(({ phrases }) => phrases.acts[code]),
        means,
        binds,
        jointly ? 'both sides' : 'one side',
      ]);
    const head = ['act', ...voices.map(({ code }) => code), 'means', 'binds', 'without a subject'];
    return `## ${family}\n\n${FAMILIES[family] ?? ''}\n\n${table(head, rows)}`;
  });
  return `${HEAD}\n
# Acts

Each statement of a record has one act: what a side does with that clause. The class stands in \`act\`, the predicate as the text writes it in \`verb\`; both
matter, since a change of verb between two meetings is itself news. \`binds\` says who owes what the content names; the last column says whom
the act belongs to where no subject is written.

${sections.join('\n\n')}
`;
}
