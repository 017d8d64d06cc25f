/**
 * Writes what derives from other files: the closed lists of `vocabulary/*.yaml` as types, the record's JSON Schema, the pages of docs/ and languages/, the
 * pictures of the terminal in the readmes. `--check` only compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { widths } from './widths.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];
const root = new URL('../', import.meta.url);

function write(path: string, body: string): void {
  const url = new URL(path, root);
  const now = existsSync(url) ? readFileSync(url, 'utf8') : '';
  if (now === body) return;
  if (check) stale.push(path);
  else writeFileSync(url, body);
}

function constants(file: string, name: string, type: string): string {
  const entries = parse(readFileSync(new URL(`vocabulary/${file}`, root), 'utf8')) as Record<string, object>;
  const rows = Object.entries(entries).map(([key, value]) => `  ${/^[a-z]\w*$/i.test(key) ? key : `'${key}'`}: ${literal(value)},`);
  return [
    `// Generated from vocabulary/${file} by \`npm run generate\`; change that file, not this one.`,
    `export const ${name} = {`,
    ...rows,
    '} as const;',
    `export type ${type} = keyof typeof ${name};`,
    '',
  ].join('\n');
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([k, v]) => `${/^[a-z]\w*$/i.test(k) ? k : `'${k}'`}: ${literal(v)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
}

/** Groups of signs, the first of each standing for the rest. */
function variants(): string {
  const lists = parse(readFileSync(new URL('vocabulary/variants.yaml', root), 'utf8')) as Record<string, string>;
  const groups = Object.values(lists).flatMap((list) => list.trim().split(/\s+/));
  const twice = groups.flatMap((group) => [...group]).filter((sign, i, all) => all.indexOf(sign) !== i);
  if (twice.length > 0) throw new Error(`vocabulary/variants.yaml: these stand twice: ${twice.join(' ')}`);
  return [
    '// Generated from vocabulary/variants.yaml by `npm run generate`; change that file, not this one.',
    '/** Groups apart by a space: the first sign stands for the rest. */',
    `export const VARIANTS = '${groups.join(' ')}';`,
    '',
  ].join('\n');
}

/** One line a name: kind, code, and the forms of each language, apart by |. */
function names(): string {
  const lines = ['countries', 'places', 'organisations', 'offices'].flatMap((kind) =>
    Object.entries(parse(readFileSync(new URL(`vocabulary/names/${kind}.yaml`, root), 'utf8')) as Record<string, Record<string, string[]>>).map(
      ([code, forms]) => [kind, code, ...Object.values(forms).map((list) => list.join('|'))].join('\t'),
    ),
  );
  const [wrong] = lines.filter((line) => line.split('\t').length !== 5);
  if (wrong) throw new Error(`vocabulary/names: not three languages, or a tab in it: ${wrong}`);
  return [
    '// Generated from vocabulary/names/ by `npm run generate`; change those files, not this one.',
    '/** A name a line: its kind, its code, its forms in one language, in the next … apart by tabs; forms of a language apart by |. */',
    `export const NAMES = [\n${lines.map((line) => `  ${literal(line)},`).join('\n')}\n].join('\\n');`,
    '',
  ].join('\n');
}

/** What is written so → how it may sound, in Latin letters. */
function sounds(): string {
  const { sounds: alike, ...tables } = parse(readFileSync(new URL('vocabulary/sounds.yaml', root), 'utf8')) as Record<string, unknown>;
  const rows = Object.entries(tables as Record<string, string>).map(([name, list]) => {
    const words = list.trim().split(/\s+/);
    if (words.length % 2 !== 0) throw new Error(`vocabulary/sounds.yaml: ${name} is no list of pairs`);
    return `  ${name}: ${literal(words.join(' '))},`;
  });
  return [
    '// Generated from vocabulary/sounds.yaml by `npm run generate`; change that file, not this one.',
    '/** Pairs: what is written, and what it may sound as; - is nothing. */',
    `export const SPELT = {\n${rows.join('\n')}\n} as const;`,
    '/** Sounds that are one across scripts. */',
    `export const ALIKE: { readonly consonants: readonly string[]; readonly vowels: readonly string[] } = ${literal(alike)};`,
    '',
  ].join('\n');
}

write('src/record/names.generated.ts', names());
write('src/text/sounds.generated.ts', sounds());
write('src/record/acts.generated.ts', constants('acts.yaml', 'ACTS', 'Act'));
write('src/record/offices.generated.ts', constants('offices.yaml', 'OFFICES', 'Role'));
write('src/record/topics.generated.ts', constants('topics.yaml', 'TOPICS', 'Topic'));
write('src/record/parties.generated.ts', constants('parties.yaml', 'PARTIES', 'UncodedParty'));
write('src/record/hosts.generated.ts', constants('hosts.yaml', 'HOSTS', 'Hosted'));
write('src/record/instrument-steps.generated.ts', constants('instrument-steps.yaml', 'INSTRUMENT_STEPS', 'InstrumentStep'));
write('src/record/treaties.generated.ts', constants('treaties.yaml', 'TREATIES', 'Treaty'));
write('src/record/treaty-frames.generated.ts', constants('treaty-frames.yaml', 'TREATY_FRAMES', 'TreatyFrame'));
write('src/record/ladders.generated.ts', constants('ladders.yaml', 'LADDERS', 'Ladder'));
write('src/record/concepts.generated.ts', constants('concepts.yaml', 'CONCEPTS', 'Concept'));
write('src/text/variants.generated.ts', variants());
write('src/publishing/brief/widths.generated.ts', widths());

// What follows is made with the program itself, so the types it needs are written first.
const { recordJsonSchema } = await import('../src/record/schema.ts');
const { loadVoices } = await import('./pages/voices.ts');
const { actsPage } = await import('./pages/acts.ts');
const { issuesPage } = await import('./pages/issues.ts');
const { commandsPage } = await import('./pages/commands.ts');
const { languagesPage } = await import('./pages/languages.ts');
const { languageOf, withPictures } = await import('./pages/readme.ts');

const folder = fileURLToPath(root);
const voices = loadVoices(folder);
write('docs/record.schema.json', `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
const { makeApi } = await import('../src/api/api.ts');
const { describe } = await import('../src/api/openapi.ts');
// Routes are described, none is asked: no desk is needed.
write(
  'docs/openapi.json',
  `${JSON.stringify(describe(makeApi({} as never), voices.find(({ code }) => code === 'en') ?? (voices[0] as never)), null, 2)}\n`,
);
write('docs/acts.md', actsPage(voices));
write('docs/issues.md', issuesPage(voices));
write('docs/commands.md', await commandsPage(voices, folder));
write('languages/README.md', languagesPage(folder));
for (const name of readdirSync(root).filter((each) => /^README(\.[a-z]{2})?\.md$/.test(each)))
  write(name, await withPictures(readFileSync(new URL(name, root), 'utf8'), languageOf(name), folder));

if (stale.length > 0) {
  process.stderr.write(`Stale, run \`npm run generate\`: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
