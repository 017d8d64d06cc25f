/** What the search for past visits goes through, and what it finds, whatever the order of the language. */
import type { DateMention, Mention, Statement, Talks, Visit } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Sentence } from '../sentences.ts';

/** Who went. */
export interface Visitor {
  readonly by?: string | undefined;
  readonly name?: string | undefined;
  readonly office?: string | undefined;
  readonly role?: Mention['role'];
  readonly span: Span;
  readonly rule: string;
}

/** A statement that may speak of a visit: it tells a day. */
export interface Place {
  readonly statement: Statement;
  readonly met: Talks;
  /** That it begins in. */
  readonly sentence: Sentence | undefined;
  /** Mentions of the statement. */
  readonly told: readonly Mention[];
}

/** @param sentences and @param statements in the order of the text. */
export function* places(
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  talks: readonly Talks[],
  mentions: readonly Mention[],
): Generator<Place> {
  const sides = new Map(talks.map((one) => [one.id, one]));
  let s = 0;
  for (const statement of statements) {
    const met = sides.get(statement.talks);
    while (s + 1 < sentences.length && (sentences[s] as Sentence).span[1] <= statement.span[0]) s++;
    if (!met || statement.dates.length === 0) continue;
    yield { statement, met, sentence: sentences[s], told: statement.mentions.map((i) => mentions[i] as Mention) };
  }
}

export function visitOf(statement: Statement, to: string, { by, name, office, role, span: at, rule }: Visitor, date: DateMention, span: Span): Visit {
  return {
    ...(by && { by }),
    to,
    visitor: { ...(name && { name }), ...(office && { office }), ...(role && { role }), span: [at[0], at[1]] },
    date,
    span: [span[0], span[1]],
    statement: statement.id,
    rule: `visits/${rule}`,
  };
}

/** Whether it lies on words that another was found by. */
export function overlaps({ span }: Visit, found: readonly Visit[]): boolean {
  return found.some((one) => one.span[0] < span[1] && span[0] < one.span[1]);
}
