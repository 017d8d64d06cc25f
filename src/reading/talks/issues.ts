/** What a person should look at in the talks of a page. */
import type { Issue } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Account } from './account.ts';

/** What a page without an account of talks is told by. */
export function noneFound(): Issue {
  return issue('talks/none-found', 'info', 'No account of talks was found on this page.');
}

/** The talks are kept with what is known of them, so that what was said there is not lost. */
export function sideUnknown({ told, title }: Account): Issue {
  return issue('talks/side-unknown', 'warning', 'The page does not tell in words that are known with whom the talks were.', told?.span ?? title);
}

/** That they met is worked out from what the page tells of both. */
export function meetingInferred(span: Span): Issue {
  return issue(
    'talks/inferred',
    'info',
    'No words that are known tell that they met; it is inferred from who is named, what was said and when.',
    span,
  );
}

/** The words stay with the first of the talks told before them. */
export function whichOfSeveral(span: Span): Issue {
  return issue(
    'talks/which-of-several',
    'info',
    'Several talks are told before these words, which do not say at which they were said; they are kept with the first.',
    span,
  );
}

function issue(code: string, severity: Issue['severity'], message: string, span?: Span): Issue {
  return { code, severity, message, ...(span && { span: [span[0], span[1]] as [number, number] }) };
}
