/** A part of a page that is an account of talks. */
import type { Mention } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Encounter } from './telling/encounters.ts';
import type { Form } from './telling/form.ts';
import type { Told } from './telling/told.ts';

export interface Account {
  /** First and last passage of it. */
  readonly first: number;
  readonly last: number;
  /** Its title or heading. */
  readonly title?: Span;
  readonly named?: Encounter;
  /** Those whom a heading names that is nothing but persons. */
  readonly heads?: readonly Mention[];
  readonly told?: Told;
  readonly form?: Form;
  /** The country in which they were, where they are told within a journey. */
  readonly host?: string;
  /** A conference of many: who sat there besides the own side is known by its name alone. */
  readonly conference?: true;
  /** The side of the traveller whose journey the page tells, or of whoever writes it, subject or no subject. */
  readonly traveller?: string;
  /** Where a programme above it has the day of the talks: as one of a list, or in a passage that may say what they were about. */
  readonly programme?: 'list' | 'passage';
  /** Passages elsewhere that tell of these talks, whatever stretch they stand in. */
  readonly parts?: readonly number[];
  /** The first words of its stretch that do not say whether they are of these or of others told with them. */
  readonly open?: Span;
  /** Told beside the talks before it: whom nothing else places is of the country of those. */
  readonly beside?: true;
  /** The one of several talks told by one sentence that stands for all: what the sentence tells of what was said was said at each. */
  readonly shared?: true;
  /** Told by evidence that is added up, where no one phrase tells them. */
  readonly byEvidence?: true;
  /** The words by which it is inferred that they met, where no sentence tells it. */
  readonly inferred?: Span;
  /** The sentence at the head of the page that tells of several talks at once. */
  readonly lede?: Told;
}
