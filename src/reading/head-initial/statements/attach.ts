/** What a statement holds of the record's lists. */
import type { DateMention, Mention, Statement } from '../../../record/reading.ts';
import { firstFrom } from '../../../text/span.ts';

/** Gives each statement the dates and mentions inside it, as indexes. */
export function attach(
  statements: readonly Statement[],
  told: { readonly dates: readonly DateMention[]; readonly mentions: readonly Mention[] },
): void {
  for (const statement of statements) {
    const [start, end] = statement.span;
    for (let i = firstFrom(told.dates, start); i < told.dates.length && (told.dates[i] as DateMention).span[1] <= end; i++) statement.dates.push(i);
    for (let i = firstFrom(told.mentions, start); i < told.mentions.length && (told.mentions[i] as Mention).span[1] <= end; i++)
      statement.mentions.push(i);
  }
}
