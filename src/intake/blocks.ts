/** A text made block by block, a line each, by formats that know where their paragraphs, headings and pages are. */
import type { Block } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export interface Made {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Absent where no page was ever ended. */
  readonly pages?: readonly Span[];
}

export interface Blocks {
  /** Units so far. */
  readonly length: number;
  /** A block of its own; line ends in its words become blanks, white space at its ends goes. Nothing comes of blank words. */
  add(words: string, about?: Omit<Block, 'span'>): void;
  /** Ends a page, `back` units before the end of what was added last: a paragraph may begin on one page and end on the next. */
  endPage(back?: number): void;
  done(): Made;
}

const PARAGRAPH: Omit<Block, 'span'> = { kind: 'paragraph' };

export function makeBlocks(): Blocks {
  const lines: string[] = [];
  const blocks: Block[] = [];
  const ends: number[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(words, about = PARAGRAPH) {
      const line = words.replace(/[\r\n\v\f\u2028\u2029]+/g, ' ').trim();
      if (line === '') return;
      blocks.push({ span: [length, length + line.length], ...about });
      lines.push(line);
      length += line.length + 1;
    },
    endPage(back = 0) {
      ends.push(Math.max(ends.at(-1) ?? 0, length - back));
    },
    done() {
      const text = lines.join('\n');
      if (ends.length === 0) return { text, blocks };
      const starts = [0, ...ends.slice(0, -1).map((end) => Math.min(end, text.length))];
      return { text, blocks, pages: starts.map((start, i): Span => [start, starts[i + 1] ?? text.length]) };
    },
  };
}
