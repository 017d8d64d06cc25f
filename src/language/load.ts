/** Reads language folders: the only file of the reading side that does I/O. Built packages carry the same as JSON. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { headInitialSections } from './knowledge/head-initial.ts';
import type { Pack, Section } from './pack.ts';
import { sections } from './sections.ts';
import { makeShapes } from './shape.ts';

/**
 * @param folder `languages/<code>`; every `<section>.yaml` in it is checked against its schema.
 * @throws Fault `language/bad-knowledge` naming file, place and what was expected.
 */
export function loadPack(folder: string): Pack {
  const found: Record<string, unknown> = {};
  const initial: Record<string, unknown> = {};
  const headInitial = orderOf(folder) === 'head-initial';
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml') || file.endsWith('.cases.yaml')) continue;
    const name = file.slice(0, -5);
    const other = headInitial ? headInitialSections[name as keyof typeof headInitialSections] : undefined;
    const schema = other ?? sections[name as keyof typeof sections];
    if (!schema)
      throw new Fault(
        'language/bad-knowledge',
        `${join(folder, file)}: there is no section "${name}".`,
        `Sections are ${Object.keys(sections).join(', ')}.`,
      );
    let data: unknown;
    try {
      data = parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      throw new Fault('language/bad-knowledge', `${join(folder, file)}: ${(error as Error).message}`, 'Mend the YAML at that place.');
    }
    const checked = schema.safeParse(data);
    if (!checked.success) {
      const first = checked.error.issues[0];
      throw new Fault(
        'language/bad-knowledge',
        `${join(folder, file)}: ${first?.path.join('.') || 'top level'}: ${first?.message}.`,
        `See src/language/knowledge/${other ? 'head-initial' : name}.ts for what the file may hold.`,
      );
    }
    if (other) initial[name] = checked.data;
    else found[name] = checked.data;
    if (name === 'dates') checkShapes(checked.data as Section<'dates'>, join(folder, file));
  }
  const language = found.language as { code: string; name: string; version: string } | undefined;
  if (!language) throw new Fault('language/bad-knowledge', `${folder}: language.yaml is missing.`, 'Copy languages/_template and fill it in.');
  return { ...found, ...(headInitial && { initial }), code: language.code, name: language.name, version: language.version } as Pack;
}

/** Which order of clauses a language names, before anything of it is checked. */
function orderOf(folder: string): unknown {
  try {
    return (parse(readFileSync(join(folder, 'language.yaml'), 'utf8')) as { order?: unknown } | null)?.order;
  } catch {
    return undefined;
  }
}

/** Shapes ask only for slots and fragments that there are. The reading lays them again when it first needs them. */
function checkShapes({ shapes, tails, fragments, words, numerals, someWords, counts, firstYear, blanks }: Section<'dates'>, file: string): void {
  const given = {
    fragments,
    words: words as Record<string, Record<string, unknown>>,
    han: numerals.includes('han'),
    someWords,
    counts,
    firstYear,
    blanks,
  };
  const lay = (texts: readonly string[], place: string) => {
    try {
      makeShapes({ ...given, shapes: [texts] });
    } catch (error) {
      throw new Fault('language/bad-knowledge', `${file}: ${place}: ${(error as Error).message}.`, 'What shapes may hold: src/language/shape.ts.');
    }
  };
  for (const { id, shape } of shapes) lay([shape].flat(), `shape ${id}`);
  for (const [name, texts] of Object.entries(tails)) lay(texts, `tails.${name}`);
}
