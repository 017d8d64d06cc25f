/** Two meetings of a relation side by side, topic by topic. */
import { CHANGES, type Change, type ComparedMeetings, ladderOf, type Row, type Seat } from '../desk/comparing/compare.ts';
import type { Archive, TalksRow } from '../desk/held.ts';
import { changeName, notesOf, SIGNS } from '../drawing/changed.ts';
import { placeName, told } from '../drawing/sides.ts';
import { verbLadder } from '../drawing/verbs.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Redline } from './parts/redline.tsx';
import { Hatch, Mark, Put } from './parts/side.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, talksWords, topicName } from './parts/words.ts';

/** Talks of the relation that may be chosen. */
const CHOICES = 200;

export async function comparePage(archive: Archive, view: View, compared: ComparedMeetings) {
  const { voice } = view;
  const l = voice.label;
  const { before, after, found } = compared;
  const dyad = dyadOf(after) ?? dyadOf(before);
  const choices = dyad ? (await archive.talks({ dyad, limit: CHOICES, order: 'newest' })).items : [];
  const name = dyad && dyadName(dyad, voice, after.reading.document.publisher?.party);
  const rest = found.rest.filter(({ change }) => change !== 'kept').length;
  return (
    <Frame view={view} title={[l('twoMeetings'), name]} wording={dyad && `relations/${dyad}/wording`}>
      <Crumbs view={view} links={[['', l('navArchive')], ...(dyad && name ? ([[`relations/${dyad}`, name]] as [string, string][]) : [])]} />
      <Head
        view={view}
        title={l('fromMeeting', { was: dayOf(before, view), now: dayOf(after, view) })}
        lead={l('compareLead')}
        csv={to(view, `compare.csv${query({ before: seatName(before), after: seatName(after) })}`)}
        twin={`/api/v1/comparisons/${nameOf(before)}/${nameOf(after)}`}
      />
      <Choose view={view} choices={choices} compared={compared} />
      <p class="lead seats">
        <SeatLine view={view} seat={before} />
        <br />
        <SeatLine view={view} seat={after} />
      </p>
      <ul class="changes-counts" aria-label={l('changeCounts')}>
        {CHANGES.filter((change) => found.counts[change] > 0).map((change) => (
          <li>
            <Sign change={change} /> {changeName(change, voice)} <b>{found.counts[change]}</b>
          </li>
        ))}
        <li class="key">
          <del>{l('keyGone')}</del> <ins>{l('keyCome')}</ins>
        </li>
      </ul>
      {found.topics
        .map(({ topic, rows }) => ({ topic, rows: rows.filter(({ again }) => !again) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ topic, rows }, i) => (
          <section class="topic-rows" aria-labelledby={`topic-${i}`}>
            <h2 class="minor" id={`topic-${i}`}>
              {topic ? <a href={to(view, `topics/${topic}`)}>{topicName(topic, voice)}</a> : l('noTopic')}
            </h2>
            <ol class="compared">
              {rows.map((row) => (
                <OneRow view={view} row={row} compared={compared} />
              ))}
            </ol>
          </section>
        ))}
      <details class="sec compare-rest">
        <summary>
          {l('compareRest')} <span class="note">{l('changedPlaces', { n: rest })}</span>
        </summary>
        <ol class="compared">
          {found.rest.map((row) => (
            <OneRow view={view} row={row} compared={compared} />
          ))}
          {found.topics.flatMap(({ rows }) => rows.filter(({ again }) => again).map((row) => <OneRow view={view} row={row} compared={compared} />))}
        </ol>
        <p class="note">{l('compareWhole')}</p>
      </details>
    </Frame>
  );
}

export function dyadOf({ talks }: Seat): string | undefined {
  const [one, other] = [...(talks?.parties ?? [])].slice(0, 2).sort();
  return one && other ? `${one}-${other}` : undefined;
}

/** As `openSeat` takes it. */
export function seatName({ document, reading, talks }: Seat): string {
  return `${document ?? reading.document.id}${talks && reading.talks.length > 1 ? `:${talks.id}` : ''}`;
}

/** The same as a part of a path. */
export function nameOf(seat: Seat): string {
  return encodeURIComponent(seatName(seat));
}

export function dayOf({ reading, talks }: Seat, { voice }: View): string {
  const date = talks?.date?.edtf ?? reading.document.published?.edtf;
  return date ? voice.date(date) : voice.label('noDate');
}

function SeatLine({ view, seat }: { view: View; seat: Seat }) {
  const { reading, talks, document } = seat;
  const { title, language } = reading.document;
  return (
    <>
      {dayOf(seat, view)} {talks && view.voice.talks(talks)}{' '}
      <a class="src-words" lang={title ? language : undefined} href={document ? to(view, readoutPath(document)) : undefined}>
        {title?.value ?? view.voice.label('untitled')}
      </a>
    </>
  );
}

/** Other meetings: a form that makes an address. */
function Choose({ view, choices, compared }: { view: View; choices: readonly TalksRow[]; compared: ComparedMeetings }) {
  const { voice } = view;
  const l = voice.label;
  if (choices.length < 3) return null;
  const one = (name: 'before' | 'after') => (
    <p>
      <label for={`choose-${name}`}>{l(name === 'before' ? 'earlierMeeting' : 'laterMeeting')}</label>
      <select name={name} id={`choose-${name}`}>
        {choices.map((talks) => (
          <option
            value={`${talks.document}:${talks.id}`}
            selected={talks.document === compared[name].document && talks.id === compared[name].talks?.id}
          >
            {talks.date ? voice.date(talks.date) : l('noDate')} {talksWords(talks, voice)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form class="choose" method="get" action={to(view, 'compare')} aria-label={l('otherMeetings')}>
      {one('before')}
      {one('after')}
      <button type="submit">{l('compareThese')}</button>
    </form>
  );
}

export function Sign({ change }: { change: Change }) {
  return (
    <span class={`change-sign c-${change}`} aria-hidden="true">
      {SIGNS[change]}
    </span>
  );
}

function OneRow({ view, row, compared }: { view: View; row: Row; compared: ComparedMeetings }) {
  const { voice } = view;
  const l = voice.label;
  const { before, after } = compared;
  const [old, current] = [row.before?.statements[0], row.after?.statements[0]];
  const statement = current ?? old;
  const side = statement && told((current ? after : before).reading, statement, voice);
  const steps = ladderOf(row);
  const notes = notesOf(row, before.reading, after.reading, voice);
  return (
    <li class="compared-row">
      <span class="what">
        <Sign change={row.change} /> {changeName(row.change, voice)}
        {row.moved && row.change !== 'moved' && <span class="note"> {changeName('moved', voice)}</span>}
      </span>
      <span class="words">
        {side && (
          <span class="who">
            <Mark side={side.side} inferred={side.inferred} />
            <span class="vh">{side.words}</span>
          </span>
        )}
        <span class="said">
          <Redline
            row={row}
            was={before.reading.document.text}
            now={after.reading.document.text}
            languages={[before.reading.document.language, after.reading.document.language]}
          />
        </span>
        {(notes !== '' || statement?.withheld) && (
          <span class="note">
            {statement?.withheld && (
              <>
                <Hatch />
                {l('withheld')}{' '}
              </>
            )}
            {notes}
          </span>
        )}
      </span>
      <span class="steps">{steps && <Put markup={verbLadder(steps.rungs, steps.was, steps.now, voice)} />}</span>
      <span class="places">
        <Place view={view} seat={before} unit={row.before} />
        <Place view={view} seat={after} unit={row.after} />
      </span>
    </li>
  );
}

function Place({ view, seat, unit }: { view: View; seat: Seat; unit: Row['before'] }) {
  if (!unit) return <span class="note">{view.voice.label('noneOnRecord')}</span>;
  const words = `${dayOf(seat, view)}, ${placeName(unit.path ?? '', view.voice)}`;
  const statement = unit.statements[0];
  if (!seat.document) return <span class="note">{words}</span>;
  return (
    <a class="cite" href={to(view, readoutPath(seat.document, statement?.id))}>
      {words}
    </a>
  );
}

/** The link to a comparison of two talks of the archive. */
export function comparePath(before: Pick<TalksRow, 'document' | 'id'>, after: Pick<TalksRow, 'document' | 'id'>): string {
  return `compare${query({ before: `${before.document}:${before.id}`, after: `${after.document}:${after.id}` })}`;
}
