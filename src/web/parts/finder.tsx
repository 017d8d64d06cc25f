/** Where one types a phrase to see its history. */
import { type Period, PeriodFields } from './period.tsx';
import { to, type View } from './view.ts';

interface FinderOptions {
  readonly view: View;
  /** Path of the page of wording that answers. */
  readonly action: string;
  readonly q?: string | undefined;
  readonly publisher?: string | undefined;
  /** Without it no time can be chosen. */
  readonly period?: Period;
}

export function Finder({ view, action, q, publisher, period }: FinderOptions) {
  const l = view.voice.label;
  return (
    <form class="filters finder" action={to(view, action)}>
      {publisher && <input type="hidden" name="publisher" value={publisher} />}
      <p class="grow">
        <label for="phrase-q">{l('findPhrase')}</label>
        <input type="search" id="phrase-q" name="q" value={q} autocomplete="off" placeholder={l('findPhraseExample')} />
      </p>
      {period && <PeriodFields view={view} period={period} />}
      <button type="submit">{l('show')}</button>
    </form>
  );
}
