/** Dates ahead, each as sure as its words: a day, a month, a year or a season. */
import type { CommitmentRow, DateAhead } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { daysBetween, readoutPath, to, type View } from './view.ts';
import { dayOf } from './words.ts';

export function Ahead({ view, rows }: { view: View; rows: readonly CommitmentRow[] }) {
  return (
    <ul class="ahead">
      {rows.map((row) => (
        <Promised view={view} row={row} />
      ))}
    </ul>
  );
}

/** Commitments and steps of instruments together. */
export function DatesAhead({ view, dates }: { view: View; dates: readonly DateAhead[] }) {
  return (
    <ul class="ahead">{dates.map((one) => (one.commitment ? <Promised view={view} row={one.commitment} /> : <Step view={view} one={one} />))}</ul>
  );
}

function Promised({ view, row }: { view: View; row: CommitmentRow }) {
  const { voice } = view;
  return (
    <li>
      <DateBlock view={view} edtf={row.due ?? ''} />
      <div>
        <p>
          <b>{voice.phrases.commitments[row.kind as 'visit']}</b> {voice.parties(row.by)}
        </p>
        <p>
          <q class="clip">{row.what}</q>
        </p>
        <p class="note">
          {countdown(row.due, view)} · {voice.phrases.stages[row.stage as 'agreed']}{' '}
          <a class="cite" href={to(view, readoutPath(row.document, row.statement))}>
            {[row.told && voice.date(row.told), row.path && placeName(row.path, voice)].filter(Boolean).join(voice.label('comma'))}
          </a>
        </p>
      </div>
    </li>
  );
}

/** What a text sets for an instrument is fixed in law. */
function Step({ view, one }: { view: View; one: DateAhead }) {
  const { voice } = view;
  const { step } = one;
  if (!step) return null;
  return (
    <li>
      <DateBlock view={view} edtf={step.date} fixed />
      <div>
        <p>
          <a class="src-words" href={to(view, `instruments/${step.instrument}`)}>
            {step.name}
          </a>{' '}
          <b>{voice.phrases.events[step.event as 'signed']}</b>
        </p>
        <p class="note">
          {countdown(step.date, view)}{' '}
          <a class="cite" href={to(view, readoutPath(step.document, step.statement))}>
            {step.told ? voice.date(step.told) : voice.label('openPlace')}
          </a>
        </p>
      </div>
    </li>
  );
}

/** Days to go or past, or how near the date is known. */
export function countdown(due: string | undefined, view: View): string {
  const l = view.voice.label;
  if (!due) return l('noDate');
  const day = dayOf(due);
  if (!day) return l('dayNotTold');
  const days = daysBetween(view.today, day);
  return days === 0 ? l('dueToday') : days > 0 ? l('inDays', { n: days }) : l('daysPast', { n: -days });
}

/** Filled when a text fixes it in law, outlined when told, dashed when only near. */
export function DateBlock({ view, edtf, fixed }: { view: View; edtf: string; fixed?: boolean }) {
  const { voice } = view;
  const day = dayOf(edtf);
  const [, year = '', month, date] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?/.exec(edtf) ?? [];
  const name = month && voice.phrases.dates.months[Number(month) - 1];
  const whole = edtf.includes('/') || /-[234]\d/.test(edtf);
  return (
    <span class={`block${day ? (fixed ? ' fixed' : '') : ' near'}`} aria-label={voice.date(edtf)} role="img">
      {whole ? (
        <span class="long">{voice.date(edtf)}</span>
      ) : !name ? (
        <b>{year}</b>
      ) : (
        <>
          <b>{day ? Number(date) : name}</b>
          <span>{day ? name : year}</span>
        </>
      )}
      {day && <span>{year}</span>}
    </span>
  );
}
