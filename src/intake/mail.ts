/**
 * A mail. Its head stands first, as mail programs show it; its subject is the title, its day the date of what has none of its own.
 * What is fastened to it is a document of its own. Of a mail that was sent on, the note above the first head within it is no part of
 * the text, and that head tells the day.
 *
 * Source: RFC 5322, RFC 2045 to 2049 (MIME).
 */
import type { Attachment, Email } from 'postal-mime';
import type { Block, SourceIssue } from '../text/source.ts';
import { decode, undecodable } from './encoding.ts';
import { isReadable } from './endings.ts';
import { packedFormat } from './formats.ts';
import { findHeads, subjectOf } from './forwarded.ts';
import { fromHtml } from './html.ts';
import { firstHigh } from './likeness.ts';
import { isOutlookMail, readOutlookMail, SENT_IN_UTC } from './outlook.ts';
import { contentOf, cutIssue, cutIssues, fromSavedPage, isSavedPage, parsedMessage } from './saved-page.ts';
import type { Unpacking } from './unpacking.ts';
import { joinedLines, unwrapped } from './wrapped.ts';

export interface Enclosed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function fromMail(bytes: Uint8Array): Promise<Unpacking> {
  if (isOutlookMail(bytes)) {
    const { mail, rtfOnly, cut } = readOutlookMail(bytes);
    return { ...made(mail, [...(rtfOnly ? [inRtf] : []), ...(cut ? [cutIssue] : [])]), mediaType: 'application/vnd.ms-outlook' };
  }
  if (isSavedPage(bytes)) return fromSavedPage(bytes);
  return made(await parsedMessage(inUtf8(bytes)), cutIssues(bytes));
}

const inRtf: SourceIssue = { code: 'intake/rtf-mail', severity: 'error', message: 'The words of the mail are in RTF alone, which is not read.' };

/** @param said of the file it stands in. */
function made(mail: Email, said: readonly SourceIssue[]): Unpacking {
  const about = subjectOf(oneLine(mail.subject ?? ''));
  const head = headOf(mail, about.base);
  const body = bodyOf(mail);
  const start = head.text === '' || body.text === '' ? head.text.length : head.text.length + 1;
  const blocks = [...head.blocks, ...withHeads(body, about).map((block) => moved(block, start))];
  const text = [head.text, body.text].filter(Boolean).join('\n');
  const issues = [...body.issues, ...undecodable(text), ...enclosedIssues(mail), ...said];
  if (body.text === '' && !said.includes(inRtf)) issues.push({ code: 'intake/empty-mail', severity: 'error', message: 'The mail holds no text.' });
  return { text, blocks, issues };
}

/** What is fastened to a mail and is read, in its order. Nothing is fastened to a saved page. */
export async function enclosedInMail(bytes: Uint8Array): Promise<Enclosed[]> {
  if (!isOutlookMail(bytes) && isSavedPage(bytes)) return [];
  const mail = isOutlookMail(bytes) ? readOutlookMail(bytes).mail : await parsedMessage(bytes);
  return mail.attachments.filter((one) => isRead(one)).map((one) => ({ name: nameOf(one), bytes: contentOf(one) }));
}

/** A mail that names no charset for its signs beyond ASCII: the encoding of the whole is told by its look. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  if (firstHigh(bytes) < 0 || /charset\s*=/i.test(new TextDecoder('latin1').decode(bytes))) return bytes;
  const { text, encoding } = decode(bytes, undefined, 'text/plain');
  return encoding === 'UTF-8' ? bytes : new TextEncoder().encode(text);
}

interface Body {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly issues: readonly SourceIssue[];
}

function headOf(mail: Email, title: string): Omit<Body, 'issues'> {
  const lines: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const add = (line: string, about: Omit<Block, 'span'>) => {
    blocks.push({ span: [length, length + line.length], ...about });
    lines.push(line);
    length += line.length + 1;
  };
  for (const name of ['from', 'to', 'cc'] as const) {
    const words = addresses(mail, name);
    if (words) add(`${NAMES[name]}: ${oneLine(words)}`, { kind: 'paragraph', region: 'header' });
  }
  const date = mail.headers.find(({ key }) => key === 'date')?.value;
  if (date) add(`Date: ${dayAndTime(oneLine(date))}`, { kind: 'dateline', region: 'header' });
  // The day of an instant is another one elsewhere: it is shown, and dates nothing.
  const sent = mail.headers.find(({ key }) => key === SENT_IN_UTC)?.value;
  if (sent) add(`Date: ${sent}`, { kind: 'paragraph', region: 'header' });
  const subject = oneLine(mail.subject ?? '');
  if (subject !== title) add(`Subject: ${subject}`, { kind: 'paragraph', region: 'header' });
  if (title !== '') add(title, { kind: 'heading', level: 1 });
  return { text: lines.join('\n'), blocks };
}

const NAMES = { from: 'From', to: 'To', cc: 'Cc' } as const;

/** `Tue, 09 Apr 2030 18:21:07 +0900` in figures, which are read in every language: the day is the sender's. Other forms stay as they are. */
function dayAndTime(date: string): string {
  const found = /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2})(?::\d{2})?\s*(.{0,40})$/.exec(date);
  const month = found ? MONTHS.indexOf(found[2] as string) + 1 : 0;
  if (!found || month === 0) return date;
  return `${found[3]}-${String(month).padStart(2, '0')}-${(found[1] as string).padStart(2, '0')} ${found[4]} ${found[5]}`.trim();
}

/** RFC 5322, 3.3: these and no other words stand in every mail, whatever its language. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function bodyOf(mail: Email): Body {
  if (mail.html !== undefined) return fromHtml(mail.html);
  const { text, columns } = unwrapped((mail.text ?? '').replace(/\r\n?/g, '\n').trimEnd());
  const blocks: Block[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ span: [at, at + line.length], kind: 'paragraph' });
    at += line.length + 1;
  }
  return { text, blocks, issues: columns === undefined ? [] : [joinedLines(columns)] };
}

/** The blocks of a body, of which heads of mails within it are furniture, and so is the note above them where it was sent on. */
function withHeads({ text, blocks }: Body, { base, forwards }: ReturnType<typeof subjectOf>): readonly Block[] {
  const written = blocks.map(({ span }) => text.slice(...span));
  const heads = findHeads(written, base);
  if (heads.length === 0) return blocks;
  const own = forwards ? (heads[0]?.lines[0] ?? 0) : 0;
  const day = forwards ? heads.at(-1)?.day : undefined;
  return blocks.map((block, i) => {
    if (i === day) return { ...block, kind: 'dateline', region: 'header' };
    if (heads.some(({ lines: [from, to] }) => i >= from && i < to)) return { ...block, kind: 'paragraph', region: 'header' };
    return i < own ? { ...block, kind: 'paragraph', region: 'aside' } : block;
  });
}

function moved(block: Block, by: number): Block {
  const { span, marker } = block;
  return { ...block, span: [span[0] + by, span[1] + by], ...(marker && { marker: [marker[0] + by, marker[1] + by] }) };
}

/** What came with it: what is read, and what is not. A picture in the page, and a signature, are parts of the mail. */
function enclosedIssues(mail: Email): SourceIssue[] {
  const namesOf = (some: readonly Attachment[]) => some.map(nameOf).join(', ').slice(0, 500);
  const read = mail.attachments.filter((one) => isRead(one));
  const rest = mail.attachments.filter((one) => !read.includes(one) && !isOfMail(one));
  const issues: SourceIssue[] = [];
  if (read.length > 0) {
    const names = namesOf(read);
    issues.push({ code: 'intake/enclosed', severity: 'info', message: `With it came: ${names}`, values: { names } });
  }
  if (rest.length > 0) {
    const names = namesOf(rest);
    issues.push({ code: 'intake/enclosed-unread', severity: 'warning', message: `With it came what is not read: ${names}`, values: { names } });
  }
  return issues;
}

/** By its name, or by its bytes where the name says nothing. */
function isRead(one: Attachment): boolean {
  return isReadable(nameOf(one)) || packedFormat(contentOf(one), one.mimeType) !== undefined;
}

function isOfMail({ mimeType, related, disposition }: Attachment): boolean {
  return related === true || (disposition === 'inline' && mimeType.startsWith('image/')) || /signature$/.test(mimeType);
}

/** The name without a path, and without what would hide the file in a folder. */
function nameOf({ filename, mimeType }: Attachment): string {
  const own = (filename ?? '')
    .replace(/[\r\n\t]/g, '_')
    .replace(/^.*[/\\]/, '')
    .replace(/^[.\s]+/, '');
  return own || `${mimeType.replace('/', '-')}${mimeType === 'message/rfc822' ? '.eml' : ''}`;
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
