/** Markup that is safe by construction: whatever is put into `html` is escaped, unless it is markup itself. */
export class Markup {
  constructor(readonly value: string) {}
  toString(): string {
    return this.value;
  }
}

type Part = Markup | string | number | undefined | false | null | readonly Part[];

export function html(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  let out = pieces[0] as string;
  for (let i = 0; i < parts.length; i++) out += written(parts[i]) + (pieces[i + 1] as string);
  return new Markup(out);
}

/** Markup of our own that is already right, as a style sheet. Never words of a document. */
export function raw(value: string): Markup {
  return new Markup(value);
}

function written(part: Part): string {
  if (part === undefined || part === false || part === null) return '';
  if (part instanceof Markup) return part.value;
  if (Array.isArray(part)) return part.map(written).join('');
  return escaped(String(part));
}

/**
 * Text for an element or a quoted attribute. Signs that HTML cannot hold (NUL and other controls, lone surrogates) become
 * U+FFFD, one for one. Bidirectional controls stay: the elements that hold words of a source isolate them.
 */
export function escaped(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]|\p{Cc}|\p{Cs}/gu, (sign) => ENTITIES[sign] ?? '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '\t',
  '\n': '\n',
  '\r': '\r',
};
