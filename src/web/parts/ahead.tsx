/** Dates ahead, each as sure as its words: a day, a month, a year or a season. */
import type { CommitmentRow } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { daysBetween, readoutPath, to, type View } from './view.ts';
import { dayOf } from './words.ts';

export function Ahead({ view, rows }: { view: View; rows: readonly CommitmentRow[] }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <ul class="ahead">
      {rows.map((row) => (
        <li>
          <DateBlock view={view} edtf={row.due ?? ''} fixed={row.kind === 'entry-into-force'} />
          <div>
            <p>
              <b>{voice.phrases.commitments[row.kind as 'visit']}</b> {voice.parties(row.by)}
            </p>
            <p>
              <q class="clip">{row.what}</q>
            </p>
            <p class="note">
              {countdown(row.due, view)} {voice.phrases.stages[row.stage as 'agreed']}{' '}
              <a class="cite" href={to(view, readoutPath(row.document, row.statement))}>
                {[row.told && voice.date(row.told), row.path && placeName(row.path, voice)].filter(Boolean).join(l('comma'))}
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
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
