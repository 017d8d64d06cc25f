/** What changed between two meetings, and in what two accounts differ, in words: for terminals and pages alike. */
import type { ContradictionKind } from '../comparison/contradictions.ts';
import type { Difference } from '../comparison/differences.ts';
import type { Change, Row } from '../comparison/meetings.ts';
import type { PointKind } from '../comparison/points.ts';
import type { Voice } from '../language/voice.ts';
import type { Reading } from '../record/reading.ts';

export const SIGNS: Readonly<Record<Change, string>> = { kept: '=', moved: '⇄', reworded: '≈', softened: '↓', hardened: '↑', new: '+', dropped: '−' };
export const POINT_SIGNS: Readonly<Record<PointKind, string>> = { told: '=', changed: '≠', added: '+', dropped: '−' };

export function changeName(change: Change, voice: Voice): string {
  return voice.label(`change${change[0]?.toUpperCase()}${change.slice(1)}`);
}

/** Acts, verbs, strength, sides, and the words that strengthen or soften. */
export function notesOf(row: Row, before: Reading, after: Reading, voice: Voice): string {
  const l = voice.label;
  const sides = (codes: string) => (codes === '' ? l('unknownSpeaker') : voice.parties(codes.split('+')));
  const said: string[] = [];
  for (const { what, was = '', now = '' } of row.differences) {
    if (what === 'act') said.push(l('differsAct', { was: voice.phrases.acts[was as 'agree'], now: voice.phrases.acts[now as 'agree'] }));
    else if (what === 'verb') said.push(l('differsVerb', { was, now }));
    else if (what === 'strength')
      said.push(l('differsStrength', { was: voice.phrases.strengths[was as '0'], now: voice.phrases.strengths[now as '0'] }));
    else if (what === 'side') said.push(l('differsSide', { was: sides(was), now: sides(now) }));
    else if (what === 'withheld') said.push(l(now === 'yes' ? 'differsWithheld' : 'differsPublished'));
    else if (what === 'person') said.push(l('differsPerson'));
  }
  const words = (spans: readonly (readonly [number, number])[], { document }: Reading) =>
    spans.map((span) => document.text.slice(...span)).join(l('comma'));
  if (row.intensifiers.gone.length > 0) said.push(`−${words(row.intensifiers.gone, before)}`);
  if (row.intensifiers.come.length > 0) said.push(`+${words(row.intensifiers.come, after)}`);
  return said.join(' · ');
}

/** What two accounts say of one thing: the label, then each. */
export function differenceWords({ what, says: [one, two], inferred }: Difference, voice: Voice): string {
  const said = (value: string): string => {
    if (what === 'act') return voice.phrases.acts[value as 'agree'];
    if (what === 'speaker') return voice.parties(value.split('+'));
    if (what === 'date') return voice.date(value);
    if (what === 'strength') return voice.phrases.strengths[value as '0'];
    if (what === 'stage') return voice.phrases.stages[value as 'invited'];
    if (what === 'withheld') return voice.label(value === 'yes' ? 'withheld' : 'contentTold');
    return value === '' ? voice.label('noneOnRecord') : value;
  };
  const words = voice.label('against', { what: voice.label(`difference${what[0]?.toUpperCase()}${what.slice(1)}`), one: said(one), two: said(two) });
  return inferred ? `${words} (${voice.label('inferred')})` : words;
}

/** What one side of a candidate for contradiction says. */
export function saidWords(kind: ContradictionKind, says: string, voice: Voice): string {
  if (kind === 'proposer') return voice.parties(says.split('+'));
  if (kind === 'number' || kind === 'ordinal') return says;
  return voice.date(says);
}

export function contradictionName({ kind, event }: { readonly kind: ContradictionKind; readonly event?: string }, voice: Voice): string {
  const name = voice.label(`contradiction${stem(kind)}`);
  return event ? `${name} (${voice.phrases.events[event as 'signed']})` : name;
}

/** When such a contradiction is found. */
export function contradictionMeans(kind: ContradictionKind, voice: Voice): string {
  return voice.label(`contradictionMeans${stem(kind)}`);
}

const stem = (kind: ContradictionKind) => kind.replace(/(?:^|-)([a-z])/g, (_, sign: string) => sign.toUpperCase());
