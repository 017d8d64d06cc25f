/** For tests: Word documents and archives of our own. */
import { strToU8, zipSync } from 'fflate';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** @param parts what stands in other parts than the body: `numbering`, `styles`, `header1`, `footnotes`, as the inner XML. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const roots: Record<string, string> = { header: 'hdr', footer: 'ftr', numbering: 'numbering', styles: 'styles', footnotes: 'footnotes' };
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, inner] of Object.entries(parts)) {
    const root = roots[name.replace(/\d+$/, '')];
    files[`word/${name}.xml`] = strToU8(`<?xml version="1.0"?><w:${root} ${NAMES}>${inner}</w:${root}>`);
  }
  return zipSync(files);
}

/** A paragraph of plain words; what stands in front of them is its properties. */
export function p(words: string, properties = ''): string {
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** The properties of the paragraph of a list. */
export function numbered(list: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

export function makeZip(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, of]) => [name, typeof of === 'string' ? strToU8(of) : of])));
}
