/** Statements that were found, grouped by their talks: the unit is the statement. */
import type { Hit } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { ActChip } from './chip.tsx';
import { drawn, Hatch, Mark } from './side.tsx';
import { readoutPath, to, type View } from './view.ts';
import { shortParties, talksWords, titleOf } from './words.ts';

interface HitsOptions {
  readonly view: View;
  readonly hits: readonly Hit[];
  readonly level?: 'h2' | 'h3';
  /** Address of all that was found in one document. */
  readonly more?: (document: string) => string;
}

/** Each meeting stands where its first statement does, so that the best of a ranked list stays on top. */
export function Hits({ view, hits, level = 'h2', more }: HitsOptions) {
  const { voice } = view;
  const groups = byTalks(hits);
  const Heading = level;
  return (
    <>
      {groups.map((group) => {
        const [first] = group as [Hit];
        return (
          <section class="found-in">
            <div class="sec-head">
              <b class="day">{first.talks.date ? voice.date(first.talks.date) : voice.label('noDate')}</b>
              <Heading class="src-words" lang={first.title ? first.language : undefined}>
                <a href={to(view, readoutPath(first.document))}>{titleOf(first, voice)}</a>
              </Heading>
              <span class="more note">
                {shortParties(first.talks.parties, voice)} · {talksWords(first.talks, voice)}
                {more && (
                  <>
                    {' · '}
                    <a href={more(first.document)}>{voice.label('thisMeetingOnly')}</a>
                  </>
                )}
              </span>
            </div>
            <ul class="hits">
              {group.map((hit) => (
                <HitLine view={view} hit={hit} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function byTalks(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = `${hit.document} ${hit.talks.id}`;
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()];
}

export function sideWords(hit: Pick<Hit, 'side' | 'speakers'>, view: View): string {
  const l = view.voice.label;
  if (hit.side === 'joint') return l('jointly');
  if (hit.side === 'each') return l('each');
  const parties = [...new Set(hit.speakers.map(({ party }) => party))];
  return parties.length > 0 ? view.voice.parties(parties) : l('unknownSpeaker');
}

export function HitLine({ view, hit }: { view: View; hit: Hit }) {
  const { voice } = view;
  const l = voice.label;
  const side = drawn(hit.side);
  return (
    <li class={`hit ${side}`} data-open="">
      <span class="who">
        <Mark side={side} />
        <span>{sideWords(hit, view)}</span>
      </span>
      <ActChip view={view} act={hit.act} />
      <Marked hit={hit} />
      <span class="notes">
        {hit.withheld && (
          <span>
            <Hatch />
            {l('withheld')}
          </span>
        )}
        {hit.byHeading && <span>{l('byHeading')}</span>}
        {hit.low && <span class="box">{l('check')}</span>}
        {hit.corrected && <span class="box">{l('corrected')}</span>}
      </span>
      <a class="cite" href={to(view, readoutPath(hit.document, hit.id))}>
        {placeName(hit.path, voice)}
      </a>
    </li>
  );
}

/** The words of the statement, letter for letter, with what was found in them marked. */
export function Marked({ hit }: { hit: Pick<Hit, 'quote' | 'marks' | 'language'> }) {
  const pieces = [];
  let at = 0;
  for (const [start, end] of hit.marks) {
    pieces.push(hit.quote.slice(at, start), <mark class="found">{hit.quote.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(hit.quote.slice(at));
  return (
    <q class="words" lang={hit.language}>
      {pieces}
    </q>
  );
}
