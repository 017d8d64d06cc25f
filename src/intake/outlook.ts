/**
 * A mail as Outlook saves it (`.msg`): a compound file in which each property of the mail is a stream, and each file that came with it a storage.
 * It gives the mail that the mail's own reader takes, so that both forms of one mail read the same.
 *
 * Source: [MS-OXMSG] 2.1 to 2.4, [MS-OXPROPS]; code pages by their WHATWG names.
 */
import type { Address, Attachment, Email } from 'postal-mime';
import { isCompound, openCompound, type Storage } from './compound.ts';
import { decode } from './encoding.ts';

/** Properties by their number. */
const SUBJECT = 0x0037;
const SENT = 0x0039;
const SENT_BY = 0x0042;
const SENT_BY_ADDRESS = 0x0065;
const HEADERS = 0x007d;
const SENDER = 0x0c1a;
const SENDER_ADDRESS = 0x0c1f;
const CC = 0x0e03;
const TO = 0x0e04;
const TEXT = 0x1000;
const RTF = 0x1009;
const HTML = 0x1013;
const NAME = 0x3001;
const FILE = 0x3701;
const FILE_NAME = 0x3704;
const LONG_FILE_NAME = 0x3707;
const FILE_TYPE = 0x370e;
const CONTENT_ID = 0x3712;
const SMTP_SENDER = 0x5d01;
const HIDDEN = 0x7ffe;
const CODE_PAGES = [0x3fde, 0x3ffd];

/** Whether a compound file holds a mail. Of one that cannot be taken apart the names of its streams tell. */
export function isOutlookMail(bytes: Uint8Array): boolean {
  if (!isCompound(bytes)) return false;
  try {
    return openCompound(bytes).stream(PROPERTIES) !== undefined;
  } catch {
    return new TextDecoder('latin1').decode(bytes).includes([...'__substg1.0_'].join('\0'));
  }
}

export interface OutlookMail {
  readonly mail: Email;
  /** Its words are in RTF and nowhere else. */
  readonly rtfOnly: boolean;
  /** Part of it was not where it should be. */
  readonly cut: boolean;
}

/** @throws Error where the file makes no sense. */
export function readOutlookMail(bytes: Uint8Array): OutlookMail {
  const root = openCompound(bytes);
  const of = propertiesOf(root, 32);
  const headers = of.words(HEADERS) ?? '';
  const html = of.html();
  const text = of.words(TEXT);
  const date = /^date:[ \t]*([^\r\n]{1,100})/im.exec(headers)?.[1];
  const sent = date === undefined ? of.instant(SENT) : undefined;
  const address = [of.words(SMTP_SENDER), of.words(SENDER_ADDRESS), of.words(SENT_BY_ADDRESS)].find((one) => one?.includes('@'));
  const subject = of.words(SUBJECT);
  const mail: Email = {
    headers: [
      ...(date === undefined ? [] : [{ key: 'date', originalKey: 'Date', value: date }]),
      ...(sent === undefined ? [] : [{ key: SENT_IN_UTC, originalKey: 'Date', value: sent }]),
    ],
    headerLines: [],
    ...(subject !== undefined && { subject }),
    from: { name: of.words(SENDER) ?? of.words(SENT_BY) ?? '', address: address ?? '' },
    to: peopleOf(of.words(TO)),
    cc: peopleOf(of.words(CC)),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    attachments: root.storages.filter(({ name }) => name.startsWith('__attach_version1.0_')).map((one) => attachmentOf(one, html)),
  };
  return { mail, rtfOnly: html === undefined && !text?.trim() && of.holds(RTF), cut: of.cut() };
}

/** The name under which the head has an instant whose zone nobody told: it is shown, and tells no day. */
export const SENT_IN_UTC = 'sent-in-utc';

const PROPERTIES = '__properties_version1.0';

interface Properties {
  /** Of a text, in whatever form it is kept. */
  words(property: number): string | undefined;
  html(): string | undefined;
  bytes(property: number): Uint8Array | undefined;
  /** `2030-04-08 23:21 UTC`. */
  instant(property: number): string | undefined;
  flag(property: number): boolean;
  holds(property: number): boolean;
  /** Whether a stream that was read was shorter than it says. */
  cut(): boolean;
}

/** @param head bytes before the first property of fixed size: 32 for a mail, 8 for what is in it. */
function propertiesOf(storage: Storage, head: number): Properties {
  let cut = false;
  const streamOf = (property: number, type: number): Uint8Array | undefined => {
    const stream = storage.stream(`__substg1.0_${hexadecimal(property)}${hexadecimal(type)}`);
    if (stream?.cut) cut = true;
    return stream?.bytes;
  };
  const fixed = fixedOf(storage.stream(PROPERTIES)?.bytes ?? new Uint8Array(), head);
  const charset = CODE_PAGES.map((property) => fixed.get(property)?.getUint32(0, true))
    .map((page) => labelOf(page ?? 0))
    .find(Boolean);
  const words = (property: number): string | undefined => {
    const unicode = streamOf(property, 0x1f);
    if (unicode) return ended(new TextDecoder('utf-16le').decode(unicode));
    const coded = streamOf(property, 0x1e);
    return coded && ended(decode(coded, charset, 'text/plain').text);
  };
  return {
    words,
    html: () => {
      const coded = streamOf(HTML, 0x0102);
      return coded ? decode(coded, charset, 'text/html').text : words(HTML);
    },
    bytes: (property) => streamOf(property, 0x0102),
    instant: (property) => instantOf(fixed.get(property)),
    flag: (property) => (fixed.get(property)?.getUint8(0) ?? 0) !== 0,
    holds: (property) => storage.stream(`__substg1.0_${hexadecimal(property)}0102`) !== undefined,
    cut: () => cut,
  };
}

/** Property → its eight bytes. */
function fixedOf(bytes: Uint8Array, head: number): Map<number, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, DataView>();
  for (let at = head; at + 16 <= bytes.length; at += 16)
    found.set(view.getUint16(at + 2, true), new DataView(bytes.buffer, bytes.byteOffset + at + 8, 8));
  return found;
}

/** Tenths of microseconds since 1601. */
function instantOf(view: DataView | undefined): string | undefined {
  if (!view) return undefined;
  const milliseconds = Number(view.getBigUint64(0, true) / 10_000n) - 11_644_473_600_000;
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) || milliseconds <= 0 ? undefined : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function attachmentOf(storage: Storage, html: string | undefined): Attachment {
  const of = propertiesOf(storage, 8);
  const contentId = of.words(CONTENT_ID);
  const content = of.bytes(FILE);
  // A mail within it has no bytes of its own; it is named, as what is not read.
  const name = of.words(LONG_FILE_NAME) ?? of.words(FILE_NAME) ?? of.words(NAME) ?? null;
  const related = of.flag(HIDDEN) || (contentId !== undefined && contentId !== '' && (html?.includes(`cid:${contentId}`) ?? false));
  return {
    filename: name,
    mimeType: of.words(FILE_TYPE)?.toLowerCase() || (content === undefined ? 'application/vnd.ms-outlook' : 'application/octet-stream'),
    disposition: 'attachment',
    ...(related && { related }),
    content: content ?? new Uint8Array(),
  };
}

function peopleOf(names: string | undefined): Address[] {
  return (names ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ name, address: '' }));
}

/** Windows code pages; of those that are not here the bytes must tell. */
const LABELS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  20866: 'koi8-r',
  20932: 'euc-jp',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

function labelOf(page: number): string | undefined {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28_591 && page <= 28_605) return `iso-8859-${page - 28_590}`;
  return LABELS[page];
}

const hexadecimal = (number: number) => number.toString(16).toUpperCase().padStart(4, '0');
const ended = (words: string) => words.replace(/\0+$/, '');
