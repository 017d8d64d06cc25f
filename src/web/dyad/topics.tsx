/** Topic by topic the last words of each side. */
import type { Hit, TalksRow } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { ACTS } from '../../record/acts.generated.ts';
import { ActChip } from '../parts/chip.tsx';
import { Hatch, Mark } from '../parts/side.tsx';
import { query, readoutPath, to, type View } from '../parts/view.ts';
import { topicName } from '../parts/words.ts';

const TOPICS = 8;

interface TopicsOptions {
  readonly view: View;
  readonly hits: readonly Hit[];
  readonly own: string;
  readonly other: string;
  readonly dyad: string;
  readonly topics: readonly { readonly value: string; readonly count: number }[];
  /** The last talks, newest first. */
  readonly last: readonly TalksRow[];
}

/** The last agreed words beside each side's latest, as written. */
export function TopicByTopic({ view, hits, own, other, dyad, topics, last }: TopicsOptions) {
  const { voice } = view;
  const l = voice.label;
  const agreed = (hit: Hit) => (hit.side === 'joint' || hit.side === 'each') && ACTS[hit.act].family === 'outcome' && hit.act !== 'exchange';
  const by = (party: string) => (hit: Hit) => hit.side !== 'joint' && hit.side !== 'each' && hit.speakers.some((speaker) => speaker.party === party);
  const shown = topics.slice(0, TOPICS);
  if (shown.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="by-topic">
      <div class="sec-head">
        <h2 id="by-topic">{l('topicByTopic')}</h2>
        <span class="note">{l('lastWords')}</span>
        <a class="more" href={to(view, `topics${query({ dyad })}`)}>
          {l('allN', { n: topics.length })}
        </a>
      </div>
      <table class="table by-topic">
        <caption class="vh">{l('lastWords')}</caption>
        <thead>
          <tr>
            <th scope="col">{l('topicRaised', { n: last.length })}</th>
            <th scope="col">
              <Mark side="joint" /> {l('lastAgreed')}
            </th>
            <th scope="col">
              <Mark side="own" /> {l('latestOf', { party: voice.party(own) })}
            </th>
            <th scope="col">
              <Mark side="other" /> {l('latestOf', { party: voice.party(other) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ value }) => {
            const on = hits.filter((hit) => hit.topics.includes(value as Hit['topics'][number]));
            const raised = last.map((talks) => on.some((hit) => hit.document === talks.document)).reverse();
            return (
              <tr>
                <th scope="row">
                  <a href={to(view, `relations/${dyad}/positions${query({ topic: value })}`)}>{topicName(value, voice)}</a>
                  <span class="squares" role="img" aria-label={l('raisedIn', { n: raised.filter(Boolean).length, all: raised.length })}>
                    {raised.map((yes) => (
                      <i class={yes ? 'yes' : undefined} />
                    ))}
                  </span>
                </th>
                <Latest view={view} hit={on.find(agreed)} side="joint" head={l('lastAgreed')} />
                <Latest view={view} hit={on.find(by(own))} side="own" head={l('latestOf', { party: voice.party(own) })} />
                <Latest view={view} hit={on.find(by(other))} side="other" head={l('latestOf', { party: voice.party(other) })} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Latest({ view, hit, side, head }: { view: View; hit: Hit | undefined; side: 'own' | 'other' | 'joint'; head: string }) {
  const { voice } = view;
  if (!hit)
    return (
      <td data-head={head}>
        <span class="note">{voice.label('noneOnRecord')}</span>
      </td>
    );
  return (
    <td class={`${side}${hit.withheld ? ' hatched' : ''}`} data-head={head}>
      <div>
        <ActChip view={view} act={hit.act} />
        {hit.withheld && (
          <span class="note inline">
            <Hatch />
            {voice.label('withheld')}
          </span>
        )}
        <q class="words clip3" lang={hit.language}>
          {hit.quote}
        </q>
        <a class="cite" href={to(view, readoutPath(hit.document, hit.id))}>
          {[hit.talks.date && voice.date(hit.talks.date), placeName(hit.path, voice)].filter(Boolean).join(voice.label('comma'))}
        </a>
      </div>
    </td>
  );
}
