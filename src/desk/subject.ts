/** What a person means by an id or a place of a record: the words to which a correction is fastened. */
import type { Subject } from '../record/correction.ts';
import type { Reading } from '../record/reading.ts';
import { subjectOfCommitment, subjectOfDate, subjectOfStatement, subjectOfTalks, subjectOfWords } from '../record/subject.ts';

export type About =
  | { readonly of: 'statement' | 'talks' | 'commitment'; readonly id: string }
  /** `[start, end)` in UTF-16 units of the document's text. */
  | { readonly of: 'date' | 'words'; readonly span: readonly [number, number] }
  | { readonly of: 'document' };

/** Undefined where the record has no such thing. */
export function toSubject(reading: Reading, about: About): Subject | undefined {
  switch (about.of) {
    case 'statement':
      return subjectOfStatement(reading, about.id);
    case 'talks':
      return subjectOfTalks(reading, about.id);
    case 'commitment':
      return subjectOfCommitment(reading, about.id);
    case 'date':
      return subjectOfDate(reading, about.span);
    case 'words':
      return subjectOfWords(reading, about.span);
    case 'document':
      return { of: 'document' };
  }
}
