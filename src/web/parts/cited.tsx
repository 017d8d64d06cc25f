/** The words that a line of a ledger rests on, by day and place. */
import type { Cited } from '../../desk/following/ledger.ts';
import { citeWords } from '../../drawing/ledger.ts';
import { readoutPath, to, type View } from './view.ts';

export function Cite({ view, cited }: { view: View; cited: Cited }) {
  return (
    <a class="cite" href={to(view, readoutPath(cited.document, cited.statement))}>
      {citeWords(cited, view.voice) || view.voice.label('openPlace')}
    </a>
  );
}
