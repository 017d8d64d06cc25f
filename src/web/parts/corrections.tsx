/** What people decided about a readout: each signed, dated, reasoned, and undoable. */
import type { Child } from 'hono/jsx';
import type { DocumentRow } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import type { Voice } from '../../language/voice.ts';
import type { Change, Correction } from '../../record/correction.ts';
import { inForce, type Orphan } from '../../record/standing.ts';
import { Signature } from './signature.tsx';
import { readoutPath, to, type View } from './view.ts';
import { topicName } from './words.ts';

export function CorrectionsOf({ view, row, corrections }: { view: View; row: DocumentRow; corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections-title">
      <h2 class="minor" id="corrections-title">
        {view.voice.label('corrections')}
      </h2>
      <ol>
        {standingOf(corrections).map((each) => (
          <OneCorrection view={view} of={each} action={to(view, `readouts/${row.id}/undo`)} />
        ))}
      </ol>
    </section>
  );
}

/** A correction, whether it holds, and the undoing that took it away. */
export interface Decided {
  readonly correction: Correction;
  readonly held: boolean;
  readonly undone: Correction | undefined;
}

/** @param corrections all that may undo one another, oldest first. The undoings themselves are told with what they undo. */
export function standingOf(corrections: readonly Correction[]): Decided[] {
  const holding = new Set(inForce(corrections).map(({ id }) => id));
  const undoings = new Map<string, Correction>();
  for (const each of corrections) if (each.change.set === 'undone') undoings.set(each.change.correction, each);
  return corrections
    .filter(({ change }) => change.set !== 'undone')
    .map((correction) => ({ correction, held: holding.has(correction.id), undone: undoings.get(correction.id) }));
}

interface OneOptions {
  readonly view: View;
  readonly of: Decided;
  /** Where an undoing is sent. */
  readonly action: string;
  /** What it is about, where the page does not say so. */
  readonly children?: Child;
}

export function OneCorrection({ view, of: { correction, held, undone }, action, children }: OneOptions) {
  const { voice } = view;
  const l = voice.label;
  return (
    <li id={correction.id} class={held ? undefined : 'undone'}>
      {children}
      <p>
        <b>{changeWords(correction.change, voice)}</b>{' '}
        {'anchor' in correction.on && correction.on.anchor && <Words correction={correction} view={view} away={children !== undefined} />}
        {!held && <span class="box">{l('undone')}</span>}
      </p>
      <p class="note">
        {l('correctedBy', { who: correction.who, date: voice.date(correction.when.slice(0, 10)) })}: {correction.why}
      </p>
      {!held && undone && (
        <p class="note">
          {l('undoneBy', { who: undone.who, date: voice.date(undone.when.slice(0, 10)) })}: {undone.why}
        </p>
      )}
      <details>
        <summary>{l(held ? 'undo' : 'redo')}</summary>
        <form method="post" action={action} class="plain-form">
          <input type="hidden" name="correction" value={held ? correction.id : (undone?.id ?? '')} />
          <Signature view={view} of={correction.id} />
          <button type="submit">{l(held ? 'undo' : 'redo')}</button>
        </form>
      </details>
    </li>
  );
}

/** @param away the words stand on another page. */
function Words({ correction, view, away = false }: { correction: Correction; view: View; away?: boolean }) {
  const { on, document } = correction;
  if (!('anchor' in on) || !on.anchor) return null;
  const id = on.of === 'statement' ? on.id : undefined;
  const place = placeName(on.anchor.path, view.voice);
  return (
    <>
      <q>{on.anchor.quote}</q>{' '}
      {id ? (
        <a class="cite" href={away && document ? to(view, readoutPath(document, id)) : `#s-${id}`}>
          {place}
        </a>
      ) : (
        <span class="note">{place}</span>
      )}
    </>
  );
}

export function Orphans({ view, row, orphans }: { view: View; row: DocumentRow; orphans: readonly Orphan[] }) {
  const { voice } = view;
  const l = voice.label;
  if (orphans.length === 0) return null;
  return (
    <section class="orphans wrong" aria-labelledby="orphans-title">
      <h2 id="orphans-title">▲ {l('orphans', { n: orphans.length })}</h2>
      <p class="note">{l('orphansNote')}</p>
      <ul>
        {orphans.map((orphan) => (
          <OneOrphan view={view} document={row.id} orphan={orphan} />
        ))}
      </ul>
    </section>
  );
}

export function OneOrphan({ view, document, orphan: { correction, reason } }: { view: View; document: string; orphan: Orphan }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <li>
      <b>{changeWords(correction.change, voice)}</b> {'anchor' in correction.on && correction.on.anchor && <q>{correction.on.anchor.quote}</q>}{' '}
      <span class="note">
        {l(reason === 'words-gone' ? 'orphanGone' : 'orphanUnread')} · {correction.who} · {correction.why}{' '}
        <a href={to(view, `readouts/${document}/versions`)}>{l('versions')}</a>
      </span>
    </li>
  );
}

/** A change in words: what is now said instead. */
export function changeWords(change: Change, voice: Voice): string {
  const l = voice.label;
  switch (change.set) {
    case 'act':
      return l('setAct', { act: voice.phrases.acts[change.act] });
    case 'speakers':
      return l('setSpeakers', {
        who:
          change.speakers.map(({ party, person }) => (person ? `${voice.party(party)} (${person})` : voice.party(party))).join(l('comma')) ||
          l('unknownSpeaker'),
      });
    case 'mode':
      return l('setMode', { mode: l(`mode${change.mode[0]?.toUpperCase()}${change.mode.slice(1)}`) });
    case 'addressees':
      return l('setAddressees', { who: voice.parties(change.addressees) || l('unknownSpeaker') });
    case 'topics':
      return l('setTopics', { topics: change.topics.map((topic) => topicName(topic, voice)).join(l('comma')) || l('noneOnRecord') });
    case 'withheld':
      return l(change.withheld ? 'setWithheld' : 'setPublishedContent');
    case 'struck':
      return l('setStruck');
    case 'approved':
      return l('setApproved');
    case 'added':
      return l('setAdded', { act: voice.phrases.acts[change.act] });
    case 'date':
    case 'published':
      return l('setDate', { date: change.edtf ? voice.date(change.edtf) : l('noDate') });
    case 'kind':
      return l('setTextKind', { kind: voice.phrases.textKinds[change.kind] });
    case 'talks':
      return l('setTalks', { facts: factsWords(change, voice) });
    case 'commitment':
      return l('setCommitment', { facts: factsWords(change, voice) });
    case 'promised':
      return l('setPromised', { facts: factsWords(change, voice) });
    case 'stage':
      return l('setStage', { stage: voice.phrases.stages[change.stage] });
    case 'reading':
      return l('setReading', { reading: change.reading ?? l('noneOnRecord') });
    case 'same':
      return l('setSame');
    case 'different':
      return l('setDifferent');
    case 'parted':
      return l('setParted', { date: voice.date(change.day) });
    case 'rejoined':
      return l('setRejoined', { date: voice.date(change.day) });
    case 'paired':
      return l('setPaired');
    case 'unpaired':
      return l('setUnpaired');
    case 'judged':
      return l(change.verdict === 'none' ? 'judgedNone' : 'judgedContradiction');
    case 'undone':
      return l('undone');
  }
}

/** Facts that were set, each with its name. */
function factsWords(change: Extract<Change, { set: 'talks' | 'commitment' | 'promised' }>, voice: Voice): string {
  const l = voice.label;
  return Object.entries(change)
    .filter(([name]) => name !== 'set')
    .map(
      ([name, value]) =>
        `${l(name === 'kind' && change.set !== 'talks' ? 'commitmentKind' : (FACTS[name] ?? 'talks'))} ${factWords(name, value, change.set, voice)}`,
    )
    .join(l('comma'));
}

function factWords(name: string, value: unknown, of: 'talks' | 'commitment' | 'promised', voice: Voice): string {
  const { label: l, phrases } = voice;
  if (value === null || (Array.isArray(value) && value.length === 0)) return l('noneOnRecord');
  switch (name) {
    case 'kind':
      return of === 'talks' ? phrases.kinds[value as 'call'] : phrases.commitments[value as 'visit'];
    case 'stage':
      return phrases.stages[value as 'invited'];
    case 'level':
      return phrases.levels[value as 'leaders'];
    case 'date':
    case 'due':
      return voice.date(value as string);
    case 'start':
    case 'end':
      return [voice.date(value as string), voice.time(value as string)].filter(Boolean).join(' ');
    case 'duration':
      return voice.duration(value as string);
    case 'parties':
    case 'by':
    case 'to':
      return voice.parties(value as string[]);
    case 'format':
      return (value as 'walk'[]).map((each) => phrases.formats[each]).join(l('comma'));
    case 'participants':
      return (value as { party: string; name: string; office?: string }[])
        .map((each) => `${voice.party(each.party)} ${[each.name, each.office].filter(Boolean).join(' ')}`)
        .join(l('comma'));
    case 'place': {
      const { name: where, party } = value as { name: string; party?: string };
      return party ? `${where} (${voice.party(party)})` : where;
    }
    default:
      return String(value);
  }
}

const FACTS: Readonly<Record<string, string>> = {
  kind: 'talks',
  level: 'level',
  date: 'when',
  start: 'startTime',
  end: 'endTime',
  duration: 'duration',
  place: 'where',
  occasion: 'occasion',
  ordinal: 'ordinal',
  parties: 'parties',
  format: 'format',
  participants: 'present',
  by: 'debtor',
  to: 'creditor',
  due: 'dueDay',
  stage: 'stage',
};
