/** A record in one of the formats that are for people or programs. Each format is loaded when it is asked for. */
import type { Voice } from '../language/voice.ts';
import type { Reading } from '../record/reading.ts';

export const FORMATS = ['text', 'json', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface ShowOptions {
  readonly columns?: number | undefined;
  readonly color?: boolean;
  readonly explain?: boolean;
  /** One record a line (JSON Lines). */
  readonly lines?: boolean;
}

export type Show = (reading: Reading) => string;

export async function makeShow(format: Format, voice: Voice, options: ShowOptions): Promise<Show> {
  switch (format) {
    case 'json': {
      const { toJson } = await import('../publishing/json.ts');
      return (reading) => toJson(reading, { lines: options.lines ?? false });
    }
    case 'markdown': {
      const { toMarkdown } = await import('../publishing/markdown.ts');
      return (reading) => toMarkdown(reading, voice, { explain: options.explain ?? false });
    }
    case 'html': {
      const { toHtml } = await import('../publishing/html.ts');
      return (reading) => toHtml(reading, voice);
    }
    case 'text': {
      const { toText } = await import('../publishing/text.ts');
      return (reading) =>
        toText(reading, voice, { columns: options.columns ?? 80, color: options.color ?? false, explain: options.explain ?? false });
    }
  }
}
