/**
 * The types that users of the library get. Those of the record are written out from its schema, so that nobody needs the
 * checker they are inferred from; the rest is what the compiler says of `src/index.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import * as schema from '../src/record/schema.ts';

/** Names of the record's types, in the order in which they are written, each with its schema. */
const TYPES = {
  DateMention: schema.dateMention,
  OutlineNode: schema.outlineNode,
  Participant: schema.participant,
  Talks: schema.talks,
  Mention: schema.mention,
  Speaker: schema.speaker,
  Statement: schema.statement,
  Commitment: schema.commitment,
  Instrument: schema.instrument,
  Issue: schema.issue,
  Readout: schema.document,
  Reading: schema.record,
} as const;

export function writeTypes(root: string, folder: string): void {
  const program = ts.createProgram([`${root}src/index.ts`], {
    ...(ts.parseJsonConfigFileContent(ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config, ts.sys, root).options as ts.CompilerOptions),
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rootDir: `${root}src`,
    outDir: folder,
  });
  const emitted = new Map<string, string>();
  program.emit(undefined, (name, text) => emitted.set(relative(folder, name), text));
  emitted.set('record/reading.d.ts', recordTypes());
  for (const name of reachable('index.d.ts', emitted)) {
    const path = `${folder}/${name}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (emitted.get(name) as string).replace(/(from\s+'\.[^']*)\.ts'/g, "$1.js'"));
  }
}

function reachable(start: string, files: ReadonlyMap<string, string>): string[] {
  const seen = [start];
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
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: Json | boolean;
  items?: Json;
  prefixItems?: Json[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  $ref?: string;
}

function recordTypes(): string {
  const shapes = Object.entries(TYPES).map(([name, of]) => [name, shapeOf(of)] as const);
  const known = new Map(shapes.map(([name, shape]) => [JSON.stringify(shape), name]));
  const types = shapes.map(([name, shape]) => `export type ${name} = ${written(shape, '', known, name)};`);
  const acts = `export type Act = Statement['act'];\nexport type Topic = Statement['topics'][number];\nexport type Role = NonNullable<Participant['role']>;`;
  return `${['/** One record, version 1: docs/record.schema.json describes it. Spans are [start, end) in UTF-16 units of document.text. */', ...types, acts].join('\n')}\n`;
}

function shapeOf(of: z.ZodType): Json {
  const { $schema, id, $defs, ...shape } = z.toJSONSchema(of, { target: 'draft-2020-12', reused: 'inline' }) as Json & {
    $schema?: string;
    id?: string;
    $defs?: Record<string, Json>;
  };
  return shape.$ref && $defs ? strip(Object.values($defs)[0] as Json) : strip(shape);
}

/** Without names of definitions, so that equal shapes are equal. */
function strip(shape: Json): Json {
  const { id, ...rest } = shape as Json & { id?: string };
  return rest;
}

function written(shape: Json, indent: string, known: ReadonlyMap<string, string>, self: string): string {
  const name = known.get(JSON.stringify(strip(shape)));
  if (name && name !== self) return name;
  const inner = (of: Json) => written(of, `${indent}  `, known, '');
  if (shape.$ref) return 'OutlineNode';
  if ('const' in shape) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (shape.anyOf) return shape.anyOf.map(inner).join(' | ');
  if (shape.prefixItems) return `[${shape.prefixItems.map(inner).join(', ')}]`;
  if (shape.type === 'array') return `(${inner(shape.items as Json)})[]`;
  if (shape.type === 'object') {
    if (!shape.properties) return `Record<string, ${typeof shape.additionalProperties === 'object' ? inner(shape.additionalProperties) : 'unknown'}>`;
    const rows = Object.entries(shape.properties).map(
      ([key, value]) => `${indent}  ${key}${shape.required?.includes(key) ? '' : '?'}: ${inner(value)};`,
    );
    return `{\n${rows.join('\n')}\n${indent}}`;
  }
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.type === 'string' || shape.type === 'boolean') return shape.type;
  throw new Error(`types: no TypeScript for ${JSON.stringify(shape).slice(0, 200)}`);
}
