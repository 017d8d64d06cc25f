/** What was found in texts that are no accounts of talks: apart from statements, since nobody is said to have said it at talks. */
import type { TextAnswer, TextHit } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import type { DocumentKind } from '../../record/reading.ts';
import { type Asking, addressOf } from './asking.ts';
import { Marked } from './hits.tsx';
import { readoutPath, to, type View, wordsPath } from './view.ts';
import { titleOf } from './words.ts';

interface Options {
  readonly view: View;
  readonly asking: Asking;
  readonly answer: TextAnswer;
  /** Address of the search, its query left out. */
  readonly here: string;
}

export function Texts({ view, asking, answer, here }: Options) {
  const l = view.voice.label;
  const { total, documents, items, next } = answer;
  if (total === 0 && !asking.texts) return null;
  const address = (more: Partial<Asking>) => `${here}${addressOf({ ...asking, texts: true, cursor: undefined, ...more })}`;
  return (
    <section class="sec texts" id="texts" aria-labelledby="texts-title">
      <div class="sec-head">
        <h2 id="texts-title">{l('inOtherTexts')}</h2>
        <span class="note">{l('passagesInTexts', { n: total, m: documents })}</span>
        {!asking.texts && documents > items.length && (
          <a class="more" href={address({})}>
            {l('allN', { n: documents })}
          </a>
        )}
      </div>
      {items.length === 0 && (
        <div class="empty">
          <p>
            <b>{asking.words ? l('noTextHolds', { words: asking.words }) : l('noTextSo')}</b>
          </p>
          <p class="note">{l('noTextCure')}</p>
        </div>
      )}
      {items.map((hit) => (
        <Text view={view} hit={hit} more={address({ document: hit.document })} />
      ))}
      {next && asking.texts && (
        <p>
          <a class="button" rel="next" href={address({ cursor: next })}>
            {l('nextTexts')}
          </a>
        </p>
      )}
    </section>
  );
}

function Text({ view, hit, more }: { view: View; hit: TextHit; more: string }) {
  const { voice } = view;
  const l = voice.label;
  const { document, language, passages, found } = hit;
  return (
    <section class="found-in">
      <div class="sec-head">
        <b class="day">{hit.published ? voice.date(hit.published) : l('noDate')}</b>
        <h3 class="src-words" lang={hit.title ? language : undefined}>
          <a href={to(view, readoutPath(document))}>{titleOf(hit, voice)}</a>
        </h3>
        <span class="more note">
          {[hit.kind && voice.phrases.textKinds[hit.kind as DocumentKind], hit.publisher && voice.party(hit.publisher)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <ul class="passages">
        {passages.map((passage) => (
          <li class="passage" data-open="">
            <span>
              {passage.more[0] && '… '}
              <Marked hit={{ ...passage, language }} />
              {passage.more[1] && ' …'}
            </span>
            <a class="cite" href={to(view, wordsPath(document, passage.span))}>
              {[placeName(passage.path, voice), passage.page !== undefined && l('pageN', { n: passage.page })].filter(Boolean).join(l('comma')) ||
                l('openPlace')}
            </a>
          </li>
        ))}
      </ul>
      {found > passages.length && (
        <p class="note">
          <a href={more}>{l('passagesMore', { n: found - passages.length })}</a>
        </p>
      )}
    </section>
  );
}
