/** What is still owed, where the treaties stand, and what is dated ahead. */

import { type Clock, GROUPS, type LedgerLine } from '../../desk/following/ledger.ts';
import { ladder } from '../../drawing/ladder.ts';
import { daysWords, eventWords, lineTitle, stateWords } from '../../drawing/ledger.ts';
import { DateBlock } from '../parts/ahead.tsx';
import { Cite } from '../parts/cited.tsx';
import { Mark, Put } from '../parts/side.tsx';
import { query, to, type View } from '../parts/view.ts';

/** Commitments that the page has room for. */
const OWED = 8;

/** What needs doing first: past its date, dated ahead, then what has only a year or none. */
export function Owed({ view, lines, own }: { view: View; lines: readonly LedgerLine[]; own: string }) {
  const { voice } = view;
  const l = voice.label;
  const order = GROUPS as readonly string[];
  const shown = [...lines].sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || ((a.steps.at(-1)?.day ?? '') < (b.steps.at(-1)?.day ?? '') ? 1 : -1),
  );
  const mark = (parties: readonly string[]) => (parties.length > 1 ? 'joint' : parties[0] === own ? 'own' : 'other');
  return (
    <>
      <ul class="owed">
        {shown.slice(0, OWED).map((line) => (
          <li>
            <p class="line">
              <b>{lineTitle(line, voice)}</b>{' '}
              <span class="who">
                <Mark side={mark(line.by)} /> {voice.parties(line.by)}
                {line.by.length === 1 && line.to.length > 0 && (
                  <>
                    {' → '}
                    <Mark side={mark(line.to)} /> {voice.parties(line.to)}
                  </>
                )}
              </span>
            </p>
            <Told what={line.what} />
            <Put markup={ladder(line, own, voice)} />
            <p class="note">
              {stateWords(line.state, voice)} · {line.due?.edtf ? l('due', { date: voice.date(line.due.edtf) }) : l('noDate')}
              {line.days !== undefined && ` · ${daysWords(line.days, voice)}`} <Cite view={view} cited={line.what} />
            </p>
          </li>
        ))}
      </ul>
      {shown.length > OWED && (
        <p class="note">
          {l('moreN', { n: shown.length - OWED })} <a href={to(view, `ledger${query({ dyad: lines[0]?.dyad })}`)}>{l('allN', { n: shown.length })}</a>
        </p>
      )}
    </>
  );
}

/** The life of the treaties, newest step first; a step that must have been and that no readout tells is a ring. */
export function Clocks({ view, clocks }: { view: View; clocks: readonly Clock[] }) {
  const { voice } = view;
  const l = voice.label;
  const shown = clocks.filter(({ steps }) => steps.length > 0).slice(0, 3);
  if (shown.length === 0) return <p class="note">{l('noneOnRecord')}</p>;
  return (
    <>
      {shown.map((clock) => (
        <div class="clock-of">
          <p>
            <a class="src-words" href={to(view, `instruments/${clock.id}`)}>
              {clock.name}
            </a>
          </p>
          <ul class="clock-steps">
            {clock.steps.map((step) => (
              <li class={step.status === 'told' ? undefined : 'ahead'}>
                <b>{eventWords(step.event, voice)}</b> <span>{step.date ? voice.date(step.date) : l('noDate')}</span>{' '}
                {step.cited[0] && <Cite view={view} cited={step.cited[0]} />}
              </li>
            ))}
            {clock.missing.map((event) => (
              <li class="missing">
                <b>{eventWords(event, voice)}</b> <span class="note inline">{l('noneOnRecord')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Lines with a day, a month or a year that is not over, soonest first. */
export function aheadOf(lines: readonly LedgerLine[]): LedgerLine[] {
  return lines
    .filter(({ group, state }) => (group === 'ahead' || group === 'vague') && state !== 'done' && state !== 'declined')
    .sort((a, b) => (a.days ?? 99_999) - (b.days ?? 99_999) || ((a.due?.edtf ?? '9') < (b.due?.edtf ?? '9') ? -1 : 1));
}

export function NextDates({ view, lines }: { view: View; lines: readonly LedgerLine[] }) {
  const { voice } = view;
  const ahead = aheadOf(lines);
  if (ahead.length === 0) return <p class="note">{voice.label('noneAhead', { date: voice.date(view.today) })}</p>;
  return (
    <ul class="ahead">
      {ahead.slice(0, 5).map((line) => (
        <li>
          <DateBlock view={view} edtf={line.due?.edtf ?? ''} fixed={line.kind === 'entry-into-force'} />
          <div>
            <p>
              <b>{lineTitle(line, voice)}</b>
            </p>
            <Told what={line.what} />
            <p class="note">
              {line.days !== undefined ? daysWords(line.days, voice) : voice.label('dayNotTold')} <Cite view={view} cited={line.what} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The words of the source that a commitment is read from. */
function Told({ what }: Pick<LedgerLine, 'what'>) {
  return (
    <p>
      <q class="clip" lang={what.language}>
        {what.quote}
      </q>
    </p>
  );
}
