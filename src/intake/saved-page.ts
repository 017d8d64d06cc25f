/**
 * A page that a browser or a word processor saved into one file with its pictures (MHTML): the page is read as the page it was.
 *
 * Source: RFC 2557 (MHTML), RFC 2045 to 2049 (MIME).
 */
import type { Attachment, Email } from 'postal-mime';
import type { SourceIssue } from '../text/source.ts';
import { decode } from './encoding.ts';
import { fromHtml } from './html.ts';
import { nothingOf, type Unpacking } from './unpacking.ts';

const MHTML = 'multipart/related';

/** Messages as the library takes them apart: a message within one stays whole, and what is fastened to it is bytes. */
export async function parsedMessage(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: 64,
    maxHeadersSize: 1024 * 1024,
    attachmentEncoding: 'arraybuffer',
  });
}

export function contentOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** A page in the clothes of a mail: written by a browser, or a bundle that nobody sent. */
export function isSavedPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192)).split(/\r?\n\r?\n/)[0] as string;
  if (/^snapshot-content-location:/im.test(head) || /^from:\s*<saved by/im.test(head)) return true;
  return new RegExp(`^content-type:\\s*${MHTML}`, 'im').test(head) && !/^(?:to|received|message-id|return-path):/im.test(head);
}

export async function fromSavedPage(bytes: Uint8Array): Promise<Unpacking> {
  // Parts that are pages are asked for as bytes, since their encoding may be told within them alone.
  const asked = withPagesAsFiles(bytes);
  const mail = await parsedMessage(asked.bytes);
  const pages = mail.attachments.filter(({ mimeType }) => mimeType === PAGE);
  const [main, ...frames] = pages;
  if (!main) return nothingOf({ code: 'intake/no-text', severity: 'error', message: 'The bundle holds no page.', values: { pages: '–' } });
  const decoded = decode(contentOf(main), asked.charset, 'text/html');
  const page = fromHtml(decoded.text);
  const address = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? asked.location;
  const issues = [...decoded.issues, ...page.issues, ...cutIssues(bytes)];
  if (frames.length > 0) {
    const count = String(frames.length);
    issues.push({ code: 'intake/frames', severity: 'info', message: `${count} frames inside the page were not read.`, values: { count } });
  }
  return {
    ...page,
    issues,
    mediaType: 'multipart/related',
    encoding: decoded.encoding,
    ...(address && /^https?:/.test(address) && { url: address }),
  };
}

/** Whether the sign that ends the last part of a message is missing: the file was cut, and what stood behind is lost (RFC 2046, 5.1.1). */
export function cutIssues(bytes: Uint8Array): SourceIssue[] {
  const latin = new TextDecoder('latin1');
  const head = latin.decode(bytes.subarray(0, 65_536)).split(/\r?\n\r?\n/)[0] as string;
  const boundary = /^content-type:\s*multipart\/(?:[^\r\n]|\r?\n[ \t]){0,2000}?boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/im.exec(head);
  if (!boundary || latin.decode(bytes).includes(`--${boundary[1] ?? boundary[2]}--`)) return [];
  return [cutIssue];
}

export const cutIssue: SourceIssue = { code: 'intake/cut', severity: 'warning', message: 'The file ends before its last part does.' };

const HTML = 'text/html';
const PAGE = 'page/html';

/** The same bytes, in which the heads of parts call a page a file of its own kind; and what the first such head says of it. */
function withPagesAsFiles(bytes: Uint8Array): { bytes: Uint8Array; charset: string | undefined; location: string | undefined } {
  const copy = new Uint8Array(bytes);
  const latin = new TextDecoder('latin1');
  let charset: string | undefined;
  let location: string | undefined;
  let first = true;
  for (let at = 0; at < copy.length; ) {
    let end = copy.indexOf(0x0a, at);
    if (end < 0) end = copy.length;
    if (((copy[at] as number) | 0x20) === 0x63 /* c */) {
      const line = latin.decode(copy.subarray(at, Math.min(end, at + 400)));
      const place = /^content-type:\s*text\/html/i.test(line) ? line.toLowerCase().indexOf(HTML) : -1;
      if (place >= 0) {
        for (let i = 0; i < PAGE.length; i++) copy[at + place + i] = PAGE.charCodeAt(i);
        if (first) {
          // The rest of this part's head stands around it.
          const head = headAround(latin.decode(copy.subarray(Math.max(0, at - 2000), at + 2000)), Math.min(at, 2000));
          charset = /charset\s*=\s*"?([a-z0-9_:.-]{1,40})/i.exec(head)?.[1];
          location = /^content-location:\s*(\S{1,2000})/im.exec(head)?.[1];
        }
        first = false;
      }
    }
    at = end + 1;
  }
  return { bytes: copy, charset, location };
}

function headAround(words: string, at: number): string {
  const before = words.slice(0, at);
  const start = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\r\n\r\n'), before.lastIndexOf('\n--'), 0);
  const after = words.slice(at);
  const end = /\r?\n\r?\n/.exec(after)?.index ?? after.length;
  return words.slice(start, at + end);
}
