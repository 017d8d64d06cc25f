/** The facts at the head of a relation: what comes next, what waits, what was withheld, what the points left out. */

import type { LedgerLine } from '../../desk/following/ledger.ts';
import type { StateOfPlay } from '../../desk/following/state-of-play.ts';
import type { Told, ToldTalks } from '../../desk/held.ts';
import { lineTitle } from '../../drawing/ledger.ts';
import { placeName } from '../../drawing/sides.ts';
import { Cite } from '../parts/cited.tsx';
import { daysBetween, readoutPath, to, type View } from '../parts/view.ts';
import { aheadOf } from './owed.tsx';

/** Four facts with their days: what comes next, what waits longest for an answer, where positions were withheld, what the points left out. */
export function FourFacts({ view, state, open }: { view: View; state: StateOfPlay; open: readonly LedgerLine[] }) {
  const { voice } = view;
  const l = voice.label;
  const { last, notInPoints, lines } = state;
  const [next] = aheadOf(lines);
  const waiting = open
    .filter(({ kind, group }) => (kind === 'visit' || kind === 'invitation') && group !== 'past')
    .map((line) => ({ line, step: line.steps.at(-1) }))
    .filter(({ step }) => step?.day !== undefined && step.day <= view.today)
    .sort((a, b) => ((a.step?.day ?? '') < (b.step?.day ?? '') ? 1 : -1))[0];
  const withheld = last?.statements.filter((one) => one.withheld) ?? [];
  return (
    <ul class="four">
      <li>
        <b>{next?.days !== undefined ? l('daysN', { n: next.days }) : next?.due?.edtf ? voice.date(next.due.edtf) : l('noneTold')}</b>
        {next ? (
          <>
            <p>
              {l('toNext', { what: lineTitle(next, voice) })}
              {next.days !== undefined && next.due?.edtf && `${l('comma')}${voice.date(next.due.edtf)}`}
            </p>
            <Cite view={view} cited={next.what} />
          </>
        ) : (
          <p>{l('noNext')}</p>
        )}
      </li>
      <li>
        {waiting?.step?.day ? (
          <>
            <b>{l('daysN', { n: daysBetween(waiting.step.day, view.today) })}</b>
            <p>
              {l('sinceStep', { stage: voice.phrases.stages[waiting.step.stage], what: lineTitle(waiting.line, voice) })} {l('nothingSince')}
            </p>
            <Cite view={view} cited={waiting.step.cited[0] ?? waiting.line.what} />
          </>
        ) : last?.day ? (
          <>
            <b>{l('daysN', { n: daysBetween(last.day, view.today) })}</b>
            <p>{l('sinceLast')}</p>
            <a class="cite" href={to(view, readoutPath(last.document))}>
              {last.date && voice.date(last.date)}
            </a>
          </>
        ) : (
          <b>—</b>
        )}
      </li>
      <li>
        <b>{l('passagesN', { n: withheld.length })}</b>
        <p>{l('withheldInLast')}</p>
        {last && <Places view={view} talks={last} said={withheld} />}
      </li>
      <li>
        {notInPoints && last ? (
          <>
            <b>{l('agreementsN', { n: notInPoints.length })}</b>
            <p>{l('bodyNotPoints')}</p>
            <Places view={view} talks={last} said={notInPoints} />
          </>
        ) : (
          <>
            <b>{open.length}</b>
            <p>{l('openNote')}</p>
            <a class="cite" href="#owed">
              {l('showThem')}
            </a>
          </>
        )}
      </li>
    </ul>
  );
}

/** The places of statements of one readout, the first few. */
function Places({ view, talks, said }: { view: View; talks: ToldTalks; said: readonly Told[] }) {
  const { voice } = view;
  const l = voice.label;
  if (said.length === 0) return null;
  return (
    <p class="note">
      {talks.date && voice.date(talks.date)}
      {l('comma')}
      {said.slice(0, 4).map(({ id, path }, i) => (
        <>
          {i > 0 && l('comma')}
          <a class="cite" href={to(view, readoutPath(talks.document, id))}>
            {placeName(path, voice)}
          </a>
        </>
      ))}
      {said.length > 4 && ` ${l('moreN', { n: said.length - 4 })}`}
    </p>
  );
}
