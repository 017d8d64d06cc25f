/** How a page that tells of many readouts is cited, ready to be copied: every page that shows something of the archive has it at its foot. */
import { CITATIONS, citeOfPage } from '../../publishing/citation.ts';
import { to, type View } from './view.ts';

/** @param words forms of citation, by their names. */
export function Citations({ view, words, address }: { view: View; words: readonly (readonly [form: string, words: string])[]; address: string }) {
  const l = view.voice.label;
  return (
    <dl>
      {words.map(([form, text]) => (
        <>
          <dt>{l(`form${form[0]?.toUpperCase()}${form.slice(1)}`)}</dt>
          <dd>
            <pre tabindex={0}>{text}</pre>
            <button type="button" data-copy={text}>
              {l('copy')}
            </button>
          </dd>
        </>
      ))}
      <dt>{l('permanentAddress')}</dt>
      <dd>
        <a href={address}>{address}</a>
      </dd>
    </dl>
  );
}

/** Closed until it is asked for; a link to `#cite` opens it. */
export function CitePage({ view, title }: { view: View; title: string }) {
  const l = view.voice.label;
  const address = addressOn(view);
  return (
    <details class="cites cite-page" id="cite-page">
      <summary>{l('citePage')}</summary>
      <div id="cite">
        <Citations
          view={view}
          words={CITATIONS.map((form) => [form, citeOfPage(form, { title, address, asOf: view.today }, view.voice)] as const)}
          address={address}
        />
      </div>
    </details>
  );
}

/** The page's own address with the day it speaks of, so that it tells the same of that day when it is opened later. */
function addressOn(view: View): string {
  const url = new URL(`${view.origin}${to(view, view.path)}`);
  url.searchParams.set('on', view.today);
  return url.href;
}

/** At the head of a page: its citation, and its twin as data. */
export function CiteButton({ view }: { view: View }) {
  return (
    <a class="button" href="#cite">
      {view.voice.label('cite')}
    </a>
  );
}
