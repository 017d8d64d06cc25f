/**
 * Heads of mails within a mail, as mailers write them over what they send on: known by their form, since their words are of any language.
 *
 *   > FYI                                    the covering note of who sent it on
 *     -----Original Message-----
 *     From: Press <press@example.org>        ⎫
 *     Sent: Tuesday, April 9, 2030 5:01 PM   ⎬ its head; the line with a year has its day
 *     Subject: Readout of the talks          ⎭
 *
 * Source: RFC 5256, 2.1 (what is no part of a subject: Re, Fw, Fwd). The forms are those of Outlook, Gmail, Thunderbird and Apple Mail.
 */

/** What a subject is about, and whether it says that the mail was sent on. */
export function subjectOf(subject: string): { readonly base: string; readonly forwards: boolean } {
  let base = subject;
  let forwards = false;
  for (let found = PREFIX.exec(base); found; found = PREFIX.exec(base)) {
    forwards ||= /^f/i.test(found[1] as string);
    base = base.slice(found[0].length);
  }
  return base === '' ? { base: subject, forwards } : { base, forwards };
}

const PREFIX = /^\s*(re|fwd?)\s*(?:\[[^\]]{0,40}\]\s*)?[:：]\s*/i;

export interface Head {
  /** Its lines: from the first to the one behind the last. */
  readonly lines: readonly [from: number, to: number];
  /** Which of them tells the day. */
  readonly day?: number;
}

/** Fields of a head are so many at least. */
const FIELDS = 3;
const FIELD = /^[>\s]*\*{0,2}[^\s:：>*][^:：]{0,19}(?:：|:\*{0,2}(?:\s|$))/;
const ADDRESS = /[^\s@<>]@[^\s@<>]+\.[^\s@<>]/;
const YEAR = /(?:^|\D)(?:19|20)\d\d(?!\d)/;

/** @param about the subject of the mail around them, by which a head without an address is known. */
export function findHeads(lines: readonly string[], about: string): Head[] {
  const found: Head[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isField(lines[i])) continue;
    let fields = 0;
    let end = i;
    for (; end < lines.length && (isField(lines[end]) || isRest(lines, end, about)); end++) if (isField(lines[end])) fields++;
    const own = lines.slice(i, end);
    const named = own.some((line) => about !== '' && subjectOf(saidIn(line)).base.replace(/\s+/g, ' ').trim() === about);
    if (fields >= FIELDS && (named || own.some((line) => ADDRESS.test(line)))) {
      const day = own.findIndex((line) => YEAR.test(saidIn(line)) && !ADDRESS.test(line) && !about.includes(saidIn(line)));
      found.push({ lines: [i, end], ...(day >= 0 && { day: i + day }) });
    }
    i = end - 1;
  }
  return found;
}

const isField = (line: string | undefined) => line !== undefined && FIELD.test(line);

/** The end of a subject that took two lines. */
function isRest(lines: readonly string[], at: number, about: string): boolean {
  const line = (lines[at] as string).trim();
  return line !== '' && isField(lines[at - 1]) && about.endsWith(line);
}

const saidIn = (line: string) => line.replace(/^[^:：]*[:：]\*{0,2}/, '').trim();
