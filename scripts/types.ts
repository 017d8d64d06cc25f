/**
 * The types that users of the library get. Those of the record are written out from its schema, so that nobody needs the
 * checker they are inferred from; the rest is what the compiler says of the files that may be imported.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import ts from 'typescript';
import { recordJsonSchema } from '../src/record/schema.ts';

const ENTRIES = ['index', 'files'];

export function writeTypes(root: string, folder: string): void {
  const program = ts.createProgram(
    ENTRIES.map((name) => `${root}src/${name}.ts`),
    {
      ...(ts.parseJsonConfigFileContent(ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config, ts.sys, root)
        .options as ts.CompilerOptions),
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      allowImportingTsExtensions: true,
      rootDir: `${root}src`,
      outDir: folder,
    },
  );
  const emitted = new Map<string, string>();
  program.emit(undefined, (name, text) => emitted.set(relative(folder, name), text));
  emitted.set('record/reading.d.ts', recordTypes());
  for (const name of reachable(
    ENTRIES.map((entry) => `${entry}.d.ts`),
    emitted,
  )) {
    const path = `${folder}/${name}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (emitted.get(name) as string).replace(/(from\s+'\.[^']*)\.ts'/g, "$1.js'"));
  }
}

function reachable(start: readonly string[], files: ReadonlyMap<string, string>): string[] {
  const seen = [...start];
  for (const name of seen) {
    const text = files.get(name);
    if (text === undefined) throw new Error(`types: ${name} is imported and was not emitted`);
    for (const match of text.matchAll(/from\s+'(\.[^']*)\.ts'/g)) {
      const target = `${relative('/', new URL(match[1] as string, `file:///${name}`).pathname)}.d.ts`;
      if (!seen.includes(target)) seen.push(target);
    }
  }
  return seen;
}

interface Json {
  type?: string;
  description?: string;
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: Json | boolean;
  items?: Json;
  prefixItems?: Json[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  $ref?: string;
  $defs?: Record<string, Json>;
}

/** One type for each named part of the schema, and `Reading` for the whole. */
function recordTypes(): string {
  const { $defs = {}, ...reading } = recordJsonSchema() as Json;
  const types = Object.entries({ ...$defs, Reading: reading }).map(([name, shape]) => {
    const { description } = shape as Json;
    return `${description ? `/** ${description} */\n` : ''}export type ${name} = ${written(shape as Json, '')};`;
  });
  return `${['/** One record, version 1: docs/record.schema.json describes it. */', ...types].join('\n')}\n`;
}

function written(shape: Json, indent: string): string {
  const inner = (of: Json) => written(of, `${indent}  `);
  if (shape.$ref) return shape.$ref.slice('#/$defs/'.length);
  if ('const' in shape) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (shape.anyOf) return shape.anyOf.map(inner).join(' | ');
  if (shape.prefixItems) return `[${shape.prefixItems.map(inner).join(', ')}]`;
  if (shape.type === 'array') return `(${inner(shape.items as Json)})[]`;
  if (shape.type === 'object') {
    if (!shape.properties) return `Record<string, ${typeof shape.additionalProperties === 'object' ? inner(shape.additionalProperties) : 'unknown'}>`;
    const rows = Object.entries(shape.properties).map(([key, value]) => {
      const note = value.description ? `${indent}  /** ${value.description} */\n` : '';
      return `${note}${indent}  ${key}${shape.required?.includes(key) ? '' : '?'}: ${inner(value)};`;
    });
    return `{\n${rows.join('\n')}\n${indent}}`;
  }
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.type === 'string' || shape.type === 'boolean') return shape.type;
  throw new Error(`types: no TypeScript for ${JSON.stringify(shape).slice(0, 200)}`);
}
