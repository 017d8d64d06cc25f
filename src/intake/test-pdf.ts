/** For tests: PDF files of our own, written letter by letter. */
import { zlibSync } from 'fflate';

export interface Words {
  /** Points from the left and from the top of a page of 595 by 842. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Letters follow each other down the page. */
  readonly down?: true;
}

export interface PdfWishes {
  /** The file says itself which code is which letter; else the reader must know the usual tables. */
  readonly own?: boolean;
  /** Turn of every page, in degrees. */
  readonly turn?: number;
  readonly packed?: boolean;
  /** Operators that draw, on every page; y counts from the top. */
  readonly drawn?: string;
}

/** Each letter is as wide as it is high. */
export function makePdf(pages: readonly (readonly Words[])[], wishes: PdfWishes = {}): Uint8Array {
  const objects: (string | Uint8Array)[] = [];
  const put = (body: string | Uint8Array): number => objects.push(body);
  const pagesAt = 3 + 3;
  const encoding = wishes.own ? 'Identity' : 'UniJIS-UTF16';
  put('<< /Type /Catalog /Pages 6 0 R >>');
  const font = (way: 'H' | 'V') =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /${encoding}-${way} ${wishes.own ? '/ToUnicode 5 0 R' : ''}
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /DW 1000
/CIDSystemInfo << /Registry (Adobe) /Ordering (${wishes.own ? 'Identity' : 'Japan1'}) /Supplement 6 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Mincho /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>`;
  put(font('H'));
  put(font('V'));
  put('<< >>');
  put(
    streamed(
      '/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end',
      false,
    ),
  );
  put(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${pagesAt + 1 + i * 2} 0 R`).join(' ')}] >>`);
  for (const [i, words] of pages.entries()) {
    put(
      `<< /Type /Page /Parent ${pagesAt} 0 R /MediaBox [0 0 595 842] ${wishes.turn ? `/Rotate ${wishes.turn}` : ''} /Contents ${pagesAt + 2 + i * 2} 0 R /Resources << /Font << /H 2 0 R /V 3 0 R >> >> >>`,
    );
    put(
      streamed(
        (wishes.drawn ? `q 1 0 0 -1 0 842 cm ${wishes.drawn} Q\n` : '') +
          words
            .map(({ x, y, text, size = 10, down }) => `BT /${down ? 'V' : 'H'} ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex(text)}> Tj ET`)
            .join('\n'),
        wishes.packed ?? false,
      ),
    );
  }
  return assembled(objects);
}

/** @param objects bodies of objects, numbered from 1; the first is the catalogue. */
export function assembled(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const pieces: Uint8Array[] = [latin('%PDF-1.7\n')];
  let length = (pieces[0] as Uint8Array).length;
  const places: number[] = [];
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  objects.forEach((body, i) => {
    places.push(length);
    add(latin(`${i + 1} 0 obj\n`));
    add(typeof body === 'string' ? latin(body) : body);
    add(latin('\nendobj\n'));
  });
  const at = length;
  add(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  const all = new Uint8Array(length);
  let to = 0;
  for (const piece of pieces) {
    all.set(piece, to);
    to += piece.length;
  }
  return all;
}

export function streamed(body: string | Uint8Array, packed: boolean, more = ''): Uint8Array {
  const raw = typeof body === 'string' ? latin(body) : body;
  const data = packed ? zlibSync(raw) : raw;
  const head = latin(`<< /Length ${data.length} ${packed ? '/Filter /FlateDecode' : ''} ${more} >>\nstream\n`);
  const tail = latin('\nendstream');
  const all = new Uint8Array(head.length + data.length + tail.length);
  all.set(head, 0);
  all.set(data, head.length);
  all.set(tail, head.length + data.length);
  return all;
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
}

function latin(words: string): Uint8Array {
  return Uint8Array.from(words, (sign) => sign.charCodeAt(0));
}
