/** Those met whom a sentence does not name and a list below it does: 以下の3か国の外相と会談した / (1) 某国外務大臣 / (2) …. */
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { trimmed } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Page } from '../page.ts';
import { within } from '../telling/times.ts';
import type { Told } from '../telling/told.ts';

/** Between the sentence that tells the talks and the list there are no more passages. */
const NEAR = 4;
/** Fewer are no list. */
const SEVERAL = 2;
const OPEN = 0x28;

/** The persons of other parties who are each the whole of an item below; [] where the list holds anything else, or one country twice. */
export function personsBelow({ text, outline, mentions, own }: Page, { passage }: Told): Mention[] {
  const result: Mention[] = [];
  for (let i = passage.index + 1; i < outline.passages.length; i++) {
    const { index, kind, span } = outline.passages[i] as Passage;
    if (kind === 'furniture') continue;
    const [start, end] = trimmed(text, span);
    // the name once more in other letters
    if (fold(text.charCodeAt(start)) === OPEN) continue;
    const person = within(mentions, [start, end]).find((mention) => mention.kind === 'person');
    const whole =
      person &&
      person.span[0] === start &&
      (person.span[1] === end || fold(text.charCodeAt(person.span[1])) === OPEN || text.charCodeAt(person.span[1]) === 0x0a);
    if (whole && person.party && person.party !== own) result.push(person);
    else if (result.length > 0 || index - passage.index >= NEAR) break;
  }
  return result.length >= SEVERAL && new Set(result.map(({ party }) => party)).size === result.length ? result : [];
}
