/** Writes what derives from data: the closed lists of `vocabulary/*.yaml` as types. `--check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

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

write('src/record/acts.generated.ts', constants('acts.yaml', 'ACTS', 'Act'));
write('src/record/offices.generated.ts', constants('offices.yaml', 'OFFICES', 'Role'));
write('src/record/topics.generated.ts', constants('topics.yaml', 'TOPICS', 'Topic'));
write('src/record/parties.generated.ts', constants('parties.yaml', 'PARTIES', 'UncodedParty'));
write('src/record/instrument-steps.generated.ts', constants('instrument-steps.yaml', 'INSTRUMENT_STEPS', 'InstrumentStep'));
if (existsSync(new URL('src/record/schema.ts', root))) {
  const { recordJsonSchema } = await import('../src/record/schema.ts');
  write('docs/record.schema.json', `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
}

if (stale.length > 0) {
  process.stderr.write(`Stale, run \`npm run generate\`: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
