/** The words and the rules of a language's knowledge, told from each other by the schema alone: words are what it leaves free. */

interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string; readonly format?: string } } }[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly items?: readonly Schema[];
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly _zod: { readonly def: unknown };
  safeParse(data: unknown): { readonly success: boolean };
}

/** Keys of the knowledge whose strings are shapes or names of fragments, not words. */
const SHAPES = /[{}<>[\]|%]/;

/** @returns each wording once, in the order of the file. */
export function wordingsOf(schema: unknown, data: unknown): string[] {
  const found: string[] = [];
  walk(schema as Schema, data, { word: (words) => found.push(words) });
  return [...new Set(found)].filter((words) => !SHAPES.test(words));
}

/** @returns the `id` of each entry that has one, once. */
export function idsOf(schema: unknown, data: unknown): string[] {
  const found: string[] = [];
  walk(schema as Schema, data, { id: (id) => found.push(id) });
  return [...new Set(found)];
}

interface Visitor {
  word?(words: string): void;
  id?(id: string): void;
}

function walk(schema: Schema, data: unknown, found: Visitor): void {
  if (data === undefined || data === null) return;
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'string':
      if (!def.checks?.some((check) => check._zod.def.format === 'regex')) found.word?.(String(data));
      return;
    case 'object':
      for (const [name, inner] of Object.entries(def.shape ?? {})) {
        const value = (data as Record<string, unknown>)[name];
        if (name === 'id' && typeof value === 'string') found.id?.(value);
        else walk(inner, value, found);
      }
      return;
    case 'array':
      for (const each of data as unknown[]) walk(def.element as Schema, each, found);
      return;
    case 'record':
      for (const [key, value] of Object.entries(data as object)) {
        walk(def.keyType as Schema, key, found);
        walk(def.valueType as Schema, value, found);
      }
      return;
    case 'tuple':
      for (const [i, each] of (data as unknown[]).entries()) walk(def.items?.[i] as Schema, each, found);
      return;
    case 'union': {
      const fits = def.options?.find((option) => option.safeParse(data).success);
      if (fits) walk(fits, data, found);
      return;
    }
    case 'optional':
    case 'nullable':
    case 'default':
      walk(def.innerType as Schema, data, found);
      return;
    case 'pipe':
      walk(def.in as Schema, data, found);
  }
}
