/**
 * A mail, or a page that a browser saved into one file (MHTML). The head of a mail stands first, as mail programs show it; its
 * subject is the title. What is fastened to a mail is a document of its own.
 *
 * Source: RFC 5322, RFC 2045 to 2049 (MIME), RFC 2557 (MHTML).
 */
import type { Attachment, Email } from 'postal-mime';
import type { Block, SourceIssue } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { decode } from './encoding.ts';
import { fromHtml } from './html.ts';
import { nothingOf, type Unpacking } from './unpacking.ts';

export interface Enclosed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MHTML = 'multipart/related';

export async function fromMail(bytes: Uint8Array): Promise<Unpacking> {
  if (isSavedPage(bytes)) return fromSavedPage(bytes);
  const mail = await parsed(bytes);
  const issues: SourceIssue[] = [];
  const lines: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const add = (line: string, about: Omit<Block, 'span'>) => {
    blocks.push({ span: [length, length + line.length], ...about });
    lines.push(line);
    length += line.length + 1;
  };
  for (const name of ['from', 'to', 'cc', 'date'] as const) {
    const value = mail.headers.find(({ key }) => key === name)?.value;
    const words = name === 'date' || value === undefined ? value : addresses(mail, name);
    if (words) add(`${name[0]?.toUpperCase()}${name.slice(1)}: ${oneLine(words)}`, { kind: 'paragraph', region: 'header' });
  }
  if (mail.subject?.trim()) add(oneLine(mail.subject), { kind: 'heading', level: 1 });
  let text = lines.join('\n');
  const body = mail.html !== undefined ? fromHtml(mail.html) : undefined;
  const words = body?.text ?? (mail.text ?? '').replace(/\r\n?/g, '\n').trimEnd();
  const start = text === '' || words === '' ? text.length : text.length + 1;
  const moved = (span: Span): Span => [span[0] + start, span[1] + start];
  if (body) {
    issues.push(...body.issues);
    for (const block of body.blocks) blocks.push({ ...block, span: moved(block.span), ...(block.marker && { marker: moved(block.marker) }) });
  } else if (words !== '')
    for (let at = 0; at < words.length; ) {
      const end = words.indexOf('\n', at) < 0 ? words.length : words.indexOf('\n', at);
      if (words.slice(at, end).trim() !== '') blocks.push({ span: moved([at, end]), kind: 'paragraph' });
      at = end + 1;
    }
  if (words !== '') text = text === '' ? words : `${text}\n${words}`;
  const enclosed = mail.attachments.map(nameOf);
  if (enclosed.length > 0) {
    const names = enclosed.join(', ').slice(0, 500);
    issues.push({ code: 'intake/enclosed', severity: 'info', message: `With it came: ${names}`, values: { names } });
  }
  if (words === '') issues.push({ code: 'intake/no-text', severity: 'error', message: 'The mail holds no text.', values: { pages: '–' } });
  return { text, blocks, issues };
}

/** What is fastened to a mail, in its order. Nothing is fastened to a saved page. */
export async function enclosedInMail(bytes: Uint8Array): Promise<Enclosed[]> {
  if (isSavedPage(bytes)) return [];
  const mail = await parsed(bytes);
  return mail.attachments.map((one) => ({ name: nameOf(one), bytes: contentOf(one) }));
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: 64,
    maxHeadersSize: 1024 * 1024,
    attachmentEncoding: 'arraybuffer',
  });
}

function contentOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment): string {
  const ending = mimeType === 'message/rfc822' ? '.eml' : '';
  return filename?.replace(/[\r\n\t/\\]/g, '_') || `${mimeType.replace('/', '-')}${ending}`;
}

function addresses(mail: Email, name: 'from' | 'to' | 'cc'): string {
  const all = [mail[name] ?? []].flat();
  return all
    .map((one) => (one.address === undefined || one.address === '' ? one.name : one.name ? `${one.name} <${one.address}>` : one.address))
    .join(', ');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A page in the clothes of a mail: written by a browser, or a bundle that nobody sent. */
function isSavedPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192)).split(/\r?\n\r?\n/)[0] as string;
  if (/^snapshot-content-location:/im.test(head) || /^from:\s*<saved by/im.test(head)) return true;
  return new RegExp(`^content-type:\\s*${MHTML}`, 'im').test(head) && !/^(?:to|received|message-id|return-path):/im.test(head);
}

async function fromSavedPage(bytes: Uint8Array): Promise<Unpacking> {
  // Parts that are pages are asked for as bytes, since their encoding may be told within them alone.
  const asked = withPagesAsFiles(bytes);
  const mail = await parsed(asked.bytes);
  const pages = mail.attachments.filter(({ mimeType }) => mimeType === PAGE);
  const [main, ...frames] = pages;
  if (!main) return nothingOf({ code: 'intake/no-text', severity: 'error', message: 'The bundle holds no page.', values: { pages: '–' } });
  const decoded = decode(contentOf(main), asked.charset, 'text/html');
  const page = fromHtml(decoded.text);
  const address = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? asked.location;
  const issues = [...decoded.issues, ...page.issues];
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
