/** XML to a tree, in order. Nothing outside it is asked for, and nothing in it multiplies. */
import { XMLParser } from 'fast-xml-parser';

/** A node of the XML as the parser gives it, in order: `{ 'w:p': [children], ':@': { 'w:val': … } }`, or `{ '#text': … }`. */
export interface Xml {
  readonly [name: string]: readonly Xml[] | string | Record<string, string>;
}

/** Units that entities may come to in all. */
const LARGEST = 16 * 1024 * 1024;
/** Deeper than this no writer nests; a tree of it would not end well. */
const DEEPEST = 200;

/** Entities beyond the five of XML and the numbered ones stay as written: a document of Word has none, a bomb is made of them. */
export function parseXml(text: string): readonly Xml[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4096))) throw new Error('DOCTYPE');
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: { enabled: true, maxExpandedLength: LARGEST },
    htmlEntities: false,
    maxNestedTags: DEEPEST,
  } as ConstructorParameters<typeof XMLParser>[0]).parse(text) as readonly Xml[];
}

export function nameOf(node: Xml): string {
  for (const name in node) if (name !== ':@') return name;
  return '';
}

export function childrenOf(node: Xml): readonly Xml[] {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? children : [];
}

export function attributeOf(node: Xml | undefined, name: string): string | undefined {
  return (node?.[':@'] as Record<string, string> | undefined)?.[name];
}

/** The first descendant at the end of a path of names. */
export function at(node: Xml | undefined, ...path: readonly string[]): Xml | undefined {
  let here = node;
  for (const name of path) here = here && childrenOf(here).find((child) => nameOf(child) === name);
  return here;
}

/** Every node of a name, below others of other names. */
export function all(nodes: readonly Xml[], name: string): Xml[] {
  return nodes.flatMap((node) => (nameOf(node) === name ? [node] : all(childrenOf(node), name)));
}
