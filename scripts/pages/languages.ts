/** languages/README.md: what is known of each language, counted from its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadPack } from '../../src/language/load.ts';
import { sections } from '../../src/language/sections.ts';
import { HEAD, table } from './table.ts';

/** Lowest first; a language has a level when it has the sections of that level and of those below. */
const LEVELS: readonly (readonly [level: string, means: string, sections: readonly string[]])[] = [
  ['named', 'its documents are recognised, and said not to be read yet', ['language']],
  ['dates', 'dates, clock times and lengths of time are found', ['dates']],
  ['pages', 'pages are cut into their parts, sentences, names', ['outline', 'sentences', 'names']],
  ['talks', 'who met, when and where', ['talks']],
  ['readouts', 'statements, commitments and treaties: whole readouts become records', ['clauses', 'speakers', 'acts', 'commitments', 'instruments']],
];

interface Case {
  readonly finds?: readonly unknown[];
  readonly gap?: string;
}

export function languagesPage(root: string): string {
  const folder = `${root}languages/`;
  const codes = readdirSync(folder)
    .filter((code) => !code.startsWith('_') && existsSync(`${folder}${code}/language.yaml`))
    .sort();
  const packs = codes.map((code) => ({ code, pack: loadPack(folder + code), cases: casesOf(folder + code) }));
  const names = Object.keys(sections).filter((name) => name !== 'language');
  return `${HEAD}\n
# Languages

A folder a language. What stands in it is data: words, shapes and phrases that a linguist can write and a diplomat can review, with cases beside them that
say what must be found and what must not. [How to add one](../CONTRIBUTING.md#a-language).

${table(
  ['language', 'code', 'version', 'level', 'speaks', 'gaps'],
  packs.map(({ code, pack, cases }) => {
    const all = Object.values(cases).flat();
    return [pack.name, code, pack.version, levelOf(Object.keys(pack)), pack.phrases ? 'yes' : '', gaps(all) || ''];
  }),
)}

A *gap* is a case that says what is known not to work: it must fail, and once it passes the tests are red until its mark goes. A language *speaks* when its
\`phrases.yaml\` says what Memcon itself has to say.

${table(
  ['level', 'what is read'],
  LEVELS.map(([level, means]) => [level, means]),
)}

## Sections

${table(
  ['section', ...codes],
  names.map((name) => [
    `\`${name}.yaml\``,
    ...packs.map(({ pack, cases }) => {
      const here = cases[name];
      if (!(name in pack)) return '';
      if (!here) return 'yes';
      return 'with cases';
    }),
  ]),
)}
`;
}

function levelOf(known: readonly string[]): string {
  let level = '';
  for (const [name, , needed] of LEVELS) {
    if (!needed.every((section) => known.includes(section))) break;
    level = name;
  }
  return level;
}

function casesOf(folder: string): Record<string, readonly Case[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cases.yaml'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.cases.yaml'.length), (parse(readFileSync(`${folder}/${name}`, 'utf8')) ?? []) as Case[]]),
  );
}

function gaps(cases: readonly Case[]): number {
  return cases.filter(({ gap }) => gap).length;
}
