/** What a person should look at in the talks of a page. */
import type { Issue } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Account } from './account.ts';

/** What a page without an account of talks is told by. */
export function noneFound(): Issue {
  return { code: 'talks/none-found', severity: 'info', message: 'No account of talks was found on this page.' };
}

/** The talks are kept with what is known of them, so that what was said there is not lost. */
export function sideUnknown({ told, title }: Account): Issue {
  return {
    code: 'talks/side-unknown',
    severity: 'warning',
    message: 'The page does not tell in words that are known with whom the talks were.',
    ...at(told?.span ?? title),
  };
}

/** That they met is worked out from what the page tells of both. */
export function meetingInferred(span: Span): Issue {
  return {
    code: 'talks/inferred',
    severity: 'info',
    message: 'No words that are known tell that they met; it is inferred from who is named, what was said and when.',
    ...at(span),
  };
}

/** The words stay with the first of the talks told before them. */
export function whichOfSeveral(span: Span): Issue {
  return {
    code: 'talks/which-of-several',
    severity: 'info',
    message: 'Several talks are told before these words, which do not say at which they were said; they are kept with the first.',
    ...at(span),
  };
}

function at(span: Span | undefined): Pick<Issue, 'span'> {
  return span ? { span: [span[0], span[1]] } : {};
}
