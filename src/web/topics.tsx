/** All topics with how much was said on each; and one topic: where, when, by whom. */
import type { Archive } from '../desk/held.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { valueWords } from './parts/facets.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Hits } from './parts/hits.tsx';
import { query, to, type View } from './parts/view.ts';
import { dyadName, topicName } from './parts/words.ts';
import { Years } from './parts/years.tsx';

export async function topicsPage(archive: Archive, view: View, dyad: string | undefined) {
  const { voice } = view;
  const l = voice.label;
  const counts = new Map((await archive.topics(dyad ? { dyad } : {})).map(({ value, count }) => [value as string, count]));
  const most = Math.max(1, ...counts.values());
  const within = (topic: string) => (TOPICS[topic as Topic] as { within?: string }).within;
  const line = (topic: string) => (
    <li data-open="">
      <a href={dyad ? to(view, `relations/${dyad}/positions${query({ topic })}`) : to(view, `topics/${topic}`)}>{topicName(topic, voice)}</a>
      <span class="num">{counts.get(topic) ?? 0}</span>
      <svg class="meter" width="100%" height="2" aria-hidden="true" focusable="false">
        <rect width={`${(((counts.get(topic) ?? 0) / most) * 100).toFixed(1)}%`} height="2" />
      </svg>
    </li>
  );
  const twin = `/api/v1/topics${query({ dyad })}`;
  const top = Object.keys(TOPICS).filter((topic) => !within(topic));
  return (
    <Frame view={view} title={[l('navTopics'), dyad && dyadName(dyad, voice)]} at="topics" twin={twin}>
      <Head view={view} title={[l('navTopics'), dyad && dyadName(dyad, voice)].filter(Boolean).join(' ')} lead={l('topicsNote')} twin={twin} />
      <ul class="topic-list">
        {top
          .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
          .flatMap((topic) => [
            line(topic),
            ...Object.keys(TOPICS)
              .filter((each) => within(each) === topic && counts.has(each))
              .map((each) => (
                <li class="narrow">
                  <ul>{line(each)}</ul>
                </li>
              )),
          ])}
      </ul>
    </Frame>
  );
}

export async function topicPage(archive: Archive, view: View, topic: Topic) {
  const { voice } = view;
  const l = voice.label;
  const answer = await archive.search({
    facets: { topic: [topic] },
    order: 'newest',
    limit: 20,
    count: ['dyad', 'year', 'side', 'act'],
    yearSides: true,
  });
  const { within, ...names } = TOPICS[topic] as { within?: string } & Record<string, string>;
  const twin = `/api/v1/search${query({ topic, order: 'newest' })}`;
  const narrower = Object.entries(TOPICS).filter(([, each]) => (each as { within?: string }).within === topic);
  return (
    <Frame view={view} title={[topicName(topic, voice), l('navTopics')]} at="topics" twin={twin}>
      <Crumbs
        view={view}
        links={[['', l('navArchive')], ['topics', l('navTopics')], ...(within ? [[`topics/${within}`, topicName(within, voice)] as const] : [])]}
      />
      <Head
        view={view}
        title={topicName(topic, voice)}
        lead={Object.entries(names)
          .filter(([code]) => code !== voice.code)
          .map(([code, name], i) => (
            <>
              {i > 0 && ' · '}
              <span lang={code}>{name}</span>
            </>
          ))}
        twin={twin}
        csv={`/api/v1/export/statements${query({ topic })}`}
        feed={to(view, `search.atom${query({ topic })}`)}
      />
      {narrower.length > 0 && (
        <p>
          {l('narrower')}{' '}
          {narrower.map(([code], i) => (
            <>
              {i > 0 && l('comma')}
              <a href={to(view, `topics/${code}`)}>{topicName(code, voice)}</a>
            </>
          ))}
        </p>
      )}
      <div class="tallies">
        {(['dyad', 'year', 'side', 'act'] as const).map((facet) => (
          <section class="facet" aria-labelledby={`by-${facet}`}>
            <h2 class="minor" id={`by-${facet}`}>
              {l(`facet${facet[0]?.toUpperCase()}${facet.slice(1)}`)}
            </h2>
            {facet === 'year' && <Years view={view} years={answer.yearSides ?? []} chosen={[]} />}
            <ul>
              {(answer.facets[facet] ?? []).slice(0, 8).map((each) => (
                <li>
                  <a
                    href={to(
                      view,
                      facet === 'dyad' ? `relations/${each.value}/positions${query({ topic })}` : `search${query({ topic, [facet]: each.value })}`,
                    )}
                  >
                    {valueWords(facet, each, view)}
                  </a>
                  <span>{each.count}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section class="sec" aria-labelledby="said">
        <div class="sec-head">
          <h2 id="said">{l('statements')}</h2>
          <a class="more" href={to(view, `search${query({ topic })}`)}>
            {l('allN', { n: answer.total })}
          </a>
        </div>
        {answer.items.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Hits view={view} hits={answer.items} level="h3" />}
      </section>
    </Frame>
  );
}
