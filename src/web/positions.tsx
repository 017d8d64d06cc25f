/** Positions of two sides on a topic: the picture over time, what each said again, and talks by talks everything with its place. */

import { type PositionsTold, positionsOf } from '../desk/following/positions.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import type { ToldAt } from '../desk/meetings.ts';
import { drawPositions, type PictureTalks } from '../drawing/positions.ts';
import { placeName, type Side } from '../drawing/sides.ts';
import { rangeWords, sayerSide, sayerWords } from '../drawing/wording.ts';
import type { Topic } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { type Period, PeriodFields, periodOf } from './parts/period.tsx';
import { Hatch, Mark, Put } from './parts/side.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, orderedParties, ownOf, talksWords, topicName } from './parts/words.ts';

export interface PositionsAsked extends Period {
  readonly topic?: Topic;
  /** Not the newest talks alone. */
  readonly all?: boolean;
}

/** Talks of a page, the newest. */
const SHOWN = 12;
const LINES = 12;

export function positionsAsked(search: URLSearchParams): PositionsAsked {
  const topic = search.get('topic') ?? '';
  return {
    ...(Object.hasOwn(TOPICS, topic) && { topic: topic as Topic }),
    ...periodOf(search),
    ...(search.get('all') === '1' && { all: true }),
  };
}

export async function positionsPage(archive: Archive, view: View, dyad: DyadRow, asked: PositionsAsked) {
  const { voice } = view;
  const l = voice.label;
  const until = [asked.to, view.past ? view.today : undefined].filter((each) => each !== undefined).sort()[0];
  const [positions, topics, { items: documents }] = await Promise.all([
    positionsOf(archive, { dyad: dyad.dyad, topic: asked.topic, from: asked.from, to: until }, voice),
    archive.topics({ dyad: dyad.dyad }),
    archive.list({ dyad: dyad.dyad, limit: 60 }),
  ]);
  const own = ownOf(dyad, documents);
  const parties = orderedParties(dyad.dyad, own);
  const other = parties[1];
  const name = dyadName(dyad.dyad, voice, own);
  const wished = query({ topic: asked.topic, from: asked.from, to: asked.to });
  const title = asked.topic ? topicName(asked.topic, voice) : l('allTopics');
  return (
    <Frame view={view} title={[title, l('navPositions'), name]} at="relations" wording={`relations/${dyad.dyad}/wording`}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ['relations', l('navRelations')],
          [`relations/${dyad.dyad}`, name],
        ]}
      />
      <Head
        view={view}
        title={
          <>
            {title} <span class="of">{name}</span>
          </>
        }
        lead={l('positionsLead', { n: positions.talks.length, all: dyad.talks })}
        csv={to(view, `relations/${dyad.dyad}/positions.csv${wished}`)}
        twin={`/api/v1/dyads/${dyad.dyad}/positions${wished}`}
        feed={to(view, `search.atom${query({ dyad: dyad.dyad, topic: asked.topic, order: 'newest' })}`)}
      />
      <form class="filters" action={to(view, `relations/${dyad.dyad}/positions`)}>
        <p>
          <label for="topic">{l('facetTopic')}</label>
          <select id="topic" name="topic">
            <option value="">{l('allTopics')}</option>
            {topics.map(({ value, count }) => (
              <option value={value} selected={value === asked.topic}>
                {topicName(value, voice)} ({count})
              </option>
            ))}
          </select>
        </p>
        <PeriodFields view={view} period={asked} />
        <button type="submit">{l('show')}</button>
      </form>
      {positions.talks.length === 0 ? (
        <p>
          <b>{l('notRaised', { topic: title })}</b> <a href={to(view, `topics${query({ dyad: dyad.dyad })}`)}>{l('allTopics')}</a>
        </p>
      ) : (
        <>
          <Sayers view={view} positions={positions} own={own} parties={parties} />
          <section class="sec" aria-labelledby="over-time">
            <div class="sec-head">
              <h2 id="over-time">{l('overTime')}</h2>
              <span class="note">{l('overTimeNote')}</span>
            </div>
            <Picture view={view} positions={positions} own={own} other={other} title={title} />
          </section>
          <Again view={view} positions={positions} own={own} />
          <ByTalks view={view} positions={positions} own={own} parties={parties} asked={asked} />
        </>
      )}
    </Frame>
  );
}

interface PartProps {
  readonly view: View;
  readonly positions: PositionsTold;
  readonly own: string;
}

/** When each side first and last spoke on it, and how often its content was withheld. */
function Sayers({ view, positions, own, parties }: PartProps & { readonly parties: readonly string[] }) {
  const { voice } = view;
  const l = voice.label;
  const shown = ['joint', ...parties].filter((sayer) => positions.sayers[sayer] || parties.includes(sayer));
  return (
    <ul class="four three">
      {shown.map((sayer) => {
        const times = positions.sayers[sayer];
        const cite = (i: number) => {
          const talks = positions.talks[i];
          const first = talks?.by[sayer]?.[0];
          return talks && first ? (
            <a class="cite" href={to(view, readoutPath(first.document, first.id))}>
              {talks.date ? voice.date(talks.date) : l('noDate')}
            </a>
          ) : null;
        };
        return (
          <li>
            <b>
              <Mark side={sayerSide(sayer, own)} /> {sayerWords(sayer, voice)}
            </b>
            {times ? (
              <p>
                {l('spokeInTalks', { n: times.talks })}
                {l('comma')}
                {l('firstTime')} {cite(times.first)}
                {l('comma')}
                {l('lastTime')} {cite(times.last)}
              </p>
            ) : (
              <p>{l('noneOnRecord')}</p>
            )}
            {times && times.withheld > 0 && (
              <p>
                <Hatch /> {l('withheldTimes', { n: times.withheld })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Picture({ view, positions, own, other, title }: PartProps & { readonly other: string; readonly title: string }) {
  const { voice } = view;
  const l = voice.label;
  const days = positions.talks.flatMap(({ day }) => day ?? []);
  if (days.length === 0) return null;
  const all = positions.talks.flatMap((one): PictureTalks[] => {
    if (!one.day) return [];
    const counts: Partial<Record<Side, { n: number; withheld: number }>> = {};
    for (const [sayer, list] of Object.entries(one.by)) {
      const side = sayerSide(sayer, own);
      const count = counts[side] ?? { n: 0, withheld: 0 };
      counts[side] = { n: count.n + list.length, withheld: count.withheld + list.filter(({ withheld }) => withheld).length };
    }
    const n = Object.values(one.by).reduce((sum, list) => sum + list.length, 0);
    const words = [one.date && voice.date(one.date), talksWords(one as never, voice), l('statementsCount', { n })].filter(Boolean).join(' ');
    return [{ day: one.day, link: to(view, readoutPath(one.document)), words, counts }];
  });
  const lanes = [
    { side: 'other' as const, name: voice.party(other) },
    { side: 'joint' as const, name: l('sideJoint') },
    { side: 'own' as const, name: voice.party(own) },
  ];
  const from = `${(days[0] as string).slice(0, 4)}-01-01`;
  const until = `${Number((days.at(-1) as string).slice(0, 4)) + 1}-01-01`;
  const recent = `${Number(until.slice(0, 4)) - 4}-01-01`;
  const near = recent > from ? recent : from;
  return (
    <>
      <section class="scroll wide-only" tabindex={0} aria-label={title}>
        <Put markup={drawPositions({ talks: all, from, until, width: 1200, left: 118, lanes, title })} />
      </section>
      <section class="scroll narrow-only" tabindex={0} aria-label={title}>
        <Put markup={drawPositions({ talks: all.filter(({ day }) => day >= near), from: near, until, width: 354, left: 0, lanes, title })} />
      </section>
      <details class="as-table">
        <summary>{l('asTable', { n: all.length })}</summary>
        <table class="table">
          <caption class="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{l('when')}</th>
              {lanes.map(({ name }) => (
                <th scope="col" class="num">
                  {name}
                </th>
              ))}
              <th scope="col" class="num">
                {l('sideEach')}
              </th>
              <th scope="col" class="num">
                {l('contentWithheld')}
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ day, link, counts }) => (
              <tr>
                <th scope="row">
                  <a href={link}>{voice.date(day)}</a>
                </th>
                {lanes.map(({ side, name }) => (
                  <td class="num" data-head={name}>
                    {counts[side]?.n ?? 0}
                  </td>
                ))}
                <td class="num" data-head={l('sideEach')}>
                  {counts.each?.n ?? 0}
                </td>
                <td class="num" data-head={l('contentWithheld')}>
                  {Object.values(counts).reduce((sum, { withheld }) => sum + withheld, 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** The same thing said again, with its first and last time. */
function Again({ view, positions, own }: PartProps) {
  const { voice } = view;
  const l = voice.label;
  const lines = positions.lines.filter(({ talks, withheld }) => talks > 1 && !withheld).slice(0, LINES);
  if (lines.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="again">
      <div class="sec-head">
        <h2 id="again">{l('saidAgain')}</h2>
        <span class="note">{l('saidAgainNote')}</span>
      </div>
      <ul class="again-list">
        {lines.map(({ sayer, tellings, first, last, talks }) => {
          const newest = tellings.at(-1) as (typeof tellings)[number];
          return (
            <li class={sayerSide(sayer, own)}>
              <p>
                <Mark side={sayerSide(sayer, own)} /> {sayerWords(sayer, voice)} <ActChip view={view} act={newest.statement.act} />{' '}
                <span class="note inline">
                  {l('inTalks', { n: talks })}
                  {l('comma')}
                  {rangeWords(positions.talks[first]?.date, positions.talks[last]?.date, voice)}
                </span>
              </p>
              <q class="words" lang={newest.statement.language}>
                {newest.statement.quote}
              </q>{' '}
              {tellings.map(({ talks: i, statement }, n) => (
                <>
                  {n > 0 && ' '}
                  <Cite view={view} talks={positions.talks[i] as PositionsTold['talks'][number]} said={statement} />
                </>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Cite({ view, talks, said }: { view: View; talks: PositionsTold['talks'][number]; said: ToldAt }) {
  return (
    <a class="cite" href={to(view, readoutPath(said.document, said.id))}>
      {[talks.date && view.voice.date(talks.date), placeName(said.path, view.voice)].filter(Boolean).join(view.voice.label('comma'))}
    </a>
  );
}

function ByTalks({ view, positions, own, parties, asked }: PartProps & { readonly parties: readonly string[]; readonly asked: PositionsAsked }) {
  const { voice } = view;
  const l = voice.label;
  const newest = positions.talks.slice(asked.all ? 0 : -SHOWN).reverse();
  const columns = [
    { side: 'joint' as const, head: l('sideJoint'), sayers: ['joint', 'each'] },
    ...parties.map((party) => ({ side: sayerSide(party, own) as 'own', head: voice.party(party), sayers: [party] })),
  ];
  return (
    <section class="sec" aria-labelledby="by-talks">
      <div class="sec-head">
        <h2 id="by-talks">{l('talksByTalks')}</h2>
        {newest.length < positions.talks.length && (
          <>
            <span class="note">{l('newestOf', { n: SHOWN, all: positions.talks.length })}</span>
            <a
              class="more"
              href={to(
                view,
                `relations/${positions.dyad}/positions${query({ topic: asked.topic, from: asked.from, to: asked.to, all: '1' })}#by-talks`,
              )}
            >
              {l('allN', { n: positions.talks.length })}
            </a>
          </>
        )}
      </div>
      <table class="table by-topic">
        <caption class="vh">{l('talksByTalks')}</caption>
        <thead>
          <tr>
            <th scope="col">{l('talks')}</th>
            {columns.map(({ side, head }) => (
              <th scope="col">
                <Mark side={side} /> {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map((talks) => {
            const known = new Set(columns.flatMap(({ sayers }) => sayers));
            const rest = Object.entries(talks.by).filter(([sayer]) => !known.has(sayer));
            return (
              <tr>
                <th scope="row">
                  <a href={to(view, readoutPath(talks.document))}>{talks.date ? voice.date(talks.date) : l('noDate')}</a>
                  <span class="note">{talksWords(talks as never, voice)}</span>
                  {talks.also && (
                    <a class="note" href={to(view, readoutPath(talks.also.document))}>
                      {l('otherAccount')}
                    </a>
                  )}
                  {rest.map(([sayer, list]) => (
                    <span class="note">
                      {sayerWords(sayer, voice)}:{' '}
                      {list.map((said) => (
                        <Cite view={view} talks={talks} said={said} />
                      ))}
                    </span>
                  ))}
                </th>
                {columns.map(({ side, head, sayers }) => {
                  const list = sayers.flatMap((sayer) => talks.by[sayer] ?? []);
                  const hatched = list.some(({ withheld }) => withheld);
                  return (
                    <td class={`${side}${hatched ? ' hatched' : ''}`} data-head={head}>
                      {list.length === 0 ? (
                        <span class="note">—</span>
                      ) : (
                        list.map((said) => (
                          <div>
                            <ActChip view={view} act={said.act} />
                            {said.strength !== 0 && (
                              <span class="box">{l(said.strength < 0 ? 'softened' : said.strength > 1 ? 'strong' : 'renewed')}</span>
                            )}
                            {said.withheld && (
                              <span class="note inline">
                                <Hatch />
                                {l('withheld')}
                              </span>
                            )}
                            <q class="words clip3" lang={said.language}>
                              {said.quote}
                            </q>
                            <Cite view={view} talks={talks} said={said} />
                          </div>
                        ))
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
