/** A brief as PDF: tagged, with outline, language and title, its fonts embedded as far as they are used. */
import PDFDocument from 'pdfkit';
import type { Brief, Side } from '../../briefing/brief.ts';
import { FONTS, type FontName } from './fonts.ts';
import { type Colour, type Decoration, type Element, layOut, type Node, PAGE, SIDE_COLOURS, type Words } from './layout.ts';
import { widthOf } from './set-lines.ts';

const COLOURS: Readonly<Record<Colour, string>> = {
  ink: '#1B1D20',
  ink2: '#4B4F56',
  ink3: '#656970',
  rule: '#C9C5BC',
  own: '#1C5A9E',
  other: '#9A4308',
  joint: '#4B3A72',
};

export interface PdfOptions {
  /** The bytes of each font. */
  readonly fonts: Readonly<Record<FontName, Uint8Array>>;
  /** `1 / 2` at the foot. */
  pageWords(n: number, all: number): string;
  readonly creator: string;
}

type Structure = ReturnType<PDFKit.PDFDocument['struct']> & {
  readonly dictionary: { readonly data: Record<string, unknown> };
};
type Doc = PDFKit.PDFDocument;

export async function toPdf(brief: Brief, { fonts, pageWords, creator }: PdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layOut(brief);
  const doc: Doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: brief.language,
    autoFirstPage: false,
    bufferPages: true,
    // None of the standard fonts: they have no Japanese, and are not embedded.
    font: '',
    // The same brief gives the same bytes.
    info: { Title: `${brief.kicker}: ${brief.title}`, Creator: creator, Producer: 'PDFKit', CreationDate: new Date(`${brief.asOf}T00:00:00Z`) },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  for (const name of Object.keys(FONTS) as FontName[]) doc.registerFont(name, fonts[name] as never);
  const go = (page: number) => {
    while (doc.bufferedPageRange().count <= page) doc.addPage();
  };
  const root = doc.struct('Document') as Structure;
  doc.addStructure(root);
  const draw = makeDrawing(doc, go);
  for (const node of layout.nodes) draw(node, root);
  root.end();
  for (let page = 0; page < layout.pages; page++) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    const words = pageWords(page + 1, layout.pages);
    const y = PAGE.height - PAGE.margin + 6;
    write(doc, 'sans', 7.4, COLOURS.ink2, brief.foot, PAGE.margin, y);
    write(doc, 'sans', 7.4, COLOURS.ink2, words, PAGE.width - PAGE.margin - widthOf(words, 'sans', 7.4), y);
    doc.endMarkedContent();
  }
  doc.end();
  await ended;
  return Uint8Array.from(Buffer.concat(chunks));
}

function write(doc: Doc, font: FontName, size: number, colour: string, words: string, x: number, baseline: number): void {
  // As laid out: no kerning, no ligatures.
  doc.font(font).fontSize(size).fillColor(colour);
  doc.text(words, x, baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
    features: { kern: false, liga: false, clig: false, palt: false } as never,
  });
}

function makeDrawing(doc: Doc, go: (page: number) => void) {
  return draw;

  function draw(node: Node, parent: Structure): void {
    if (node.kind === 'element') drawElement(node, parent);
    else {
      go(node.page);
      if (node.kind === 'words') drawWords(node, parent);
      else {
        doc.markContent('Artifact', { type: 'Layout' });
        decorate(doc, node);
        doc.endMarkedContent();
      }
    }
  }

  function drawElement(element: Element, parent: Structure): void {
    const made = doc.struct(element.tag, element.scope ? ({ scope: element.scope } as never) : {}) as Structure;
    if (element.rows) made.dictionary.data.A = { ...(made.dictionary.data.A as object), O: 'Table', RowSpan: element.rows };
    parent.add(made);
    const first = firstWords(element);
    if (first) {
      go(first.page);
      if (element.title && first) doc.outline.addItem(element.title, { expanded: true });
      if (element.name) doc.addNamedDestination(element.name, 'XYZ', first.x, first.baseline - 12, null);
    }
    for (const child of element.children) draw(child, made);
    made.end();
  }

  function drawWords(words: Words, parent: Structure): void {
    for (const piece of words.pieces) {
      const x = words.x + piece.x;
      const { of } = piece;
      if (of.kind === 'mark' || of.kind === 'hatch') {
        doc.markContent('Artifact', { type: 'Layout' });
        if (of.kind === 'mark') drawMark(doc, of.side, x, words.baseline, of.size);
        else drawHatch(doc, x, words.baseline, of.size);
        doc.endMarkedContent();
      } else if (of.kind === 'cite') {
        const link = doc.struct('Link') as Structure;
        parent.add(link);
        link.add(
          marked(doc, 'Link', () =>
            write(doc, of.font, of.size, COLOURS.ink, of.words, x + piece.width - widthOf(of.words, of.font, of.size), words.baseline - of.raised),
          ),
        );
        doc.goTo(x, words.baseline - of.raised - of.size, piece.width, of.size + 2, `source-${of.number}`, {
          structParent: link,
          Contents: new String(of.words) as string,
        } as never);
        link.end();
      } else {
        const span = doc.struct('Span', of.language ? { lang: of.language } : {}) as Structure;
        parent.add(span);
        const colour = of.small && words.colour === 'ink' ? COLOURS.ink2 : COLOURS[words.colour];
        span.add(marked(doc, 'Span', () => write(doc, of.font, of.size, colour, of.words, x, words.baseline)));
        span.end();
      }
    }
  }
}

function marked(doc: Doc, tag: string, paint: () => void) {
  const content = doc.markStructureContent(tag as never);
  paint();
  doc.endMarkedContent();
  return content as never;
}

function firstWords(element: Element): Words | undefined {
  for (const child of element.children) {
    const found = child.kind === 'words' ? child : child.kind === 'element' ? firstWords(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

function decorate(doc: Doc, decoration: Decoration): void {
  switch (decoration.kind) {
    case 'rule': {
      const { x, y, width, weight, colour, dashed } = decoration;
      doc.save().lineWidth(weight).strokeColor(COLOURS[colour]);
      if (dashed) doc.dash(2, { space: 1.6 });
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke()
        .restore();
      return;
    }
    case 'dot': {
      const { x, y, state } = decoration;
      doc.save().lineWidth(0.8).strokeColor(COLOURS.ink).fillColor(COLOURS.ink);
      if (state === 'done') doc.circle(x, y, 3).fill();
      else {
        if (state === 'absent') doc.dash(1.2, { space: 1.2 });
        doc.circle(x, y, 2.8).fillAndStroke('#FFFFFF', COLOURS.ink);
      }
      doc.restore();
      return;
    }
    case 'again':
      for (const { x, of } of decoration.pieces)
        if (of.kind === 'mark') drawMark(doc, of.side, decoration.x + x, decoration.baseline, of.size);
        else if (of.kind === 'text') write(doc, of.font, of.size, COLOURS.ink2, of.words, decoration.x + x, decoration.baseline);
  }
}

/** Disc, diamond, disc in a diamond, both apart, ring. */
function drawMark(doc: Doc, side: Side, x: number, baseline: number, size: number): void {
  const y = baseline - size * 0.38;
  const r = size * 0.34;
  doc.save();
  const disc = (cx: number, radius: number, colour: string) => doc.circle(cx, y, radius).fill(colour);
  const diamond = (cx: number, radius: number) =>
    doc
      .moveTo(cx, y - radius)
      .lineTo(cx + radius, y)
      .lineTo(cx, y + radius)
      .lineTo(cx - radius, y)
      .closePath();
  const cx = x + size * 0.45;
  if (side === 'own') disc(cx, r, COLOURS.own);
  else if (side === 'other') diamond(cx, r * 1.25).fill(COLOURS.other);
  else if (side === 'joint') {
    diamond(cx, r * 1.35)
      .lineWidth(0.8)
      .stroke(COLOURS.joint);
    disc(cx, r * 0.6, COLOURS.joint);
  } else if (side === 'each') {
    disc(cx, r, COLOURS.own);
    diamond(cx + size * 0.85, r * 1.25).fill(COLOURS.other);
  } else doc.circle(cx, y, r).lineWidth(0.8).stroke(COLOURS[SIDE_COLOURS.unknown]);
  doc.restore();
}

function drawHatch(doc: Doc, x: number, baseline: number, size: number): void {
  const [width, height] = [size * 1.8, size * 0.8];
  const top = baseline - height;
  doc.save().lineWidth(0.5).strokeColor('#84827C');
  doc.rect(x, top, width, height).stroke();
  doc.rect(x, top, width, height).clip();
  for (let at = x - height; at < x + width; at += 2.6) doc.moveTo(at, top + height).lineTo(at + height, top);
  doc.stroke().restore();
}
