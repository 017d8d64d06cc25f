/** The facets of a search, each value with its count and its own link; and those that were chosen. */
import type { Facet, FacetCount, SearchAnswer } from '../../desk/held.ts';
import { type Asking, addressOf, toggled } from './asking.ts';
import { Mark } from './side.tsx';
import { to, type View } from './view.ts';
import { dyadName, topicName } from './words.ts';
import { Years } from './years.tsx';

/** Values of one facet that stand open; the rest is behind "more". */
const OPEN = 6;
const OPEN_YEARS = 3;

interface Options {
  readonly view: View;
  readonly asking: Asking;
}

export function FacetBox({
  view,
  asking,
  facet,
  counts,
  years = [],
}: Options & { facet: Facet; counts: readonly FacetCount[]; years: SearchAnswer['yearSides'] }) {
  const l = view.voice.label;
  if (counts.length === 0) return null;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const sorted = facet === 'year' ? [...counts].sort((a, b) => (a.value < b.value ? 1 : -1)) : counts;
  // The picture tells of all years; of their list only the newest stand open.
  const openly = facet === 'year' ? OPEN_YEARS : OPEN;
  const open = sorted.filter(({ chosen }, i) => chosen || i < openly);
  const rest = sorted.filter(({ chosen }, i) => !chosen && i >= openly).slice(0, 60);
  const line = (each: FacetCount) => (
    <li>
      <input type="checkbox" name={facet} value={each.value} checked={each.chosen} aria-label={valueWords(facet, each, view)} />
      <a href={to(view, `search${addressOf(toggled(asking, facet, each.value))}`)} aria-current={each.chosen ? 'true' : undefined}>
        {facet === 'side' && <Mark side={each.value === 'unknown' ? 'none' : (each.value as 'own')} />} {valueWords(facet, each, view)}
      </a>
      <span>{each.count}</span>
      <svg class="meter" width="100%" height="2" aria-hidden="true" focusable="false">
        <rect width={`${((each.count / most) * 100).toFixed(1)}%`} height="2" />
      </svg>
    </li>
  );
  return (
    <fieldset class="facet">
      <legend>{l(`facet${facet[0]?.toUpperCase()}${facet.slice(1)}`)}</legend>
      {facet === 'year' && <Years view={view} years={years} chosen={asking.facets.year ?? []} />}
      <ul>{open.map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{l('moreN', { n: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
      {facet === 'year' && (
        <p class="dates">
          <label for="from">{l('fromDate')}</label>
          <input type="text" id="from" name="from" value={asking.from} size={10} autocomplete="off" placeholder="2009-05" />
          <label for="to">{l('toDate')}</label>
          <input type="text" id="to" name="to" value={asking.to} size={10} autocomplete="off" placeholder="2010" />
        </p>
      )}
    </fieldset>
  );
}

/** A facet's value in words. */
export function valueWords(facet: Facet, { value, name }: Pick<FacetCount, 'value' | 'name'>, view: View): string {
  const { voice } = view;
  const l = voice.label;
  switch (facet) {
    case 'side':
      return l(`side${value[0]?.toUpperCase()}${value.slice(1)}`);
    case 'act':
      return voice.phrases.acts[value as 'agree'] ?? value;
    case 'withheld':
      return l(value === 'yes' ? 'contentWithheld' : 'withContent');
    case 'topic':
      return topicName(value, voice);
    case 'dyad':
      return dyadName(value, voice);
    case 'level':
      return voice.phrases.levels[value as 'leaders'] ?? value;
    case 'kind':
      return voice.phrases.kinds[value as 'call'] ?? value;
    case 'textKind':
      return voice.phrases.textKinds[value as 'readout'] ?? value;
    case 'language':
      return new Intl.DisplayNames([voice.code], { type: 'language', fallback: 'code' }).of(value) ?? value;
    case 'part':
      return l(value === 'points' || value === 'lede' ? value : 'body');
    default:
      return name ?? value;
  }
}

/** What was chosen, each with a way to drop it. */
export function Chosen({ view, asking, answer }: Options & { answer: SearchAnswer }) {
  const chosen = (Object.entries(asking.facets) as [Facet, readonly string[]][]).flatMap(([facet, values]) =>
    values.map((value) => ({ facet, value, name: answer.facets[facet]?.find((each) => each.value === value)?.name })),
  );
  return (
    <>
      {asking.document && (
        <a
          class="box"
          href={to(view, `search${addressOf({ ...asking, document: undefined, cursor: undefined })}`)}
          aria-label={view.voice.label('dropFilter', { words: view.voice.label('thisMeetingOnly') })}
        >
          {view.voice.label('thisMeetingOnly')} ✕
        </a>
      )}
      {chosen.map(({ facet, value, name }) => {
        const words = valueWords(facet, { value, ...(name && { name }) }, view);
        return (
          <a class="box" href={to(view, `search${addressOf(toggled(asking, facet, value))}`)} aria-label={view.voice.label('dropFilter', { words })}>
            {words} ✕
          </a>
        );
      })}
    </>
  );
}
