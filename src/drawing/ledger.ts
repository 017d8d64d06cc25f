/** How terminal, page, calendar and feed say the lines of a ledger and the steps of a treaty: the same words everywhere. */
import type { Voice } from '../language/voice.ts';
import type { Clock, ClockClause, ClockStep, Contradiction } from '../ledgers/instruments.ts';
import type { Group, Line, Looked, State, Step } from '../ledgers/line.ts';
import { placeName } from './sides.ts';

/** `no-evidence` → NoEvidence, as labels are named. */
function camel(code: string): string {
  return code.replace(/(?:^|-)([a-z])/g, (_, sign: string) => sign.toUpperCase());
}

export function groupWords(group: Group, voice: Voice): string {
  return voice.label(`group${camel(group)}`);
}

export function stateWords(state: State, voice: Voice): string {
  return voice.label(`state${camel(state)}`);
}

/** What is promised, in Memcon's own words: visit to Russia by 前原 (foreign minister). @param line with the reader's spelling of the visitor, where there is one. */
export function lineTitle({ kind, by, to, visitor, called }: Line & { readonly called?: string }, voice: Voice): string {
  if (kind !== 'visit') return voice.phrases.commitments[kind];
  const party = voice.parties(by);
  const office = visitor?.role === undefined ? undefined : (voice.phrases.roles[visitor.role as 'minister'] ?? visitor.role);
  const name = called === undefined ? visitor?.name : `${called} ${visitor?.name}`;
  const who =
    visitor?.how === 'mission'
      ? voice.label('visitorMission', { party })
      : name !== undefined
        ? office
          ? voice.label('visitorNamed', { name, office })
          : name
        : office
          ? voice.label('visitorOf', { party, office })
          : voice.label('visitorNobody', { party });
  return voice.label('visitTitle', { host: voice.parties(to), who });
}

/** JP → RU; ⇄ where both owe each other. */
export function directionWords({ by, to }: Pick<Line, 'by' | 'to'>): string {
  const mutual = by.length > 1 && by.length === to.length && by.every((party) => to.includes(party));
  return mutual ? by.join(' ⇄ ') : `${by.join('+')} → ${to.join('+')}`;
}

export function stepWords({ stage }: Pick<Step, 'stage'>, voice: Voice): string {
  return voice.phrases.stages[stage];
}

export function reasonWords(step: Step, line: Line, voice: Voice): string {
  const { decided } = line;
  if (step.reason === 'decided' && decided)
    return voice.label('reasonDecided', { who: decided.who, date: voice.date(decided.when.slice(0, 10)), why: decided.why });
  return voice.label(`reason${camel(step.reason)}`);
}

export function whyWords({ why }: Looked, voice: Voice): string {
  return voice.label(`why${camel(why)}`);
}

export function daysWords(days: number | undefined, voice: Voice): string {
  if (days === undefined) return '—';
  return days < 0 ? voice.label('daysPastShort', { n: -days }) : voice.label('daysAheadShort', { n: days });
}

/** Date of the talks and place in the readout: a citation as short as it can be. */
export function citeWords({ date, path }: { readonly date?: string; readonly path: string }, voice: Voice): string {
  return [date && voice.date(date), path && placeName(path, voice)].filter(Boolean).join(voice.label('comma'));
}

/** What was looked through, and until when. */
export function searchedWords({ searched }: Line, voice: Voice): string {
  if (!searched) return voice.label('searchedNot');
  return voice.label('searchedUntil', { n: searched.talks, from: voice.date(searched.from), until: voice.date(searched.until) });
}

export function eventWords(event: ClockStep['event'], voice: Voice): string {
  return voice.phrases.events[event];
}

/** Which of several treaties of one name it is, and why it is parted from the one before. */
export function lifeWords({ n, of, began }: NonNullable<Clock['life']>, voice: Voice): string {
  const which = voice.label('lifeN', { n, of });
  if (!began) return which;
  return `${which} · ${voice.label(began.why === 'decided' ? 'lifeDecided' : 'lifeSignedAgain', { date: voice.date(began.day) })}`;
}

export function countWords({ count, unit, from }: ClockClause, voice: Voice): string {
  return voice.label(`clockCount${camel(unit)}`, { n: count, step: eventWords(from, voice) });
}

export function verdictWords({ verdict, stated }: ClockClause, voice: Voice): string {
  return verdict === 'differs' ? voice.label('clockDiffers', { date: stated ? voice.date(stated) : '' }) : voice.label(`clock${camel(verdict)}`);
}

export function contradictionWords({ code, event, other, dates: [one, two] }: Contradiction, voice: Voice): string {
  return voice.label(`clock${camel(code)}`, {
    step: eventWords(event, voice),
    before: eventWords(other, voice),
    one: voice.date(one),
    other: voice.date(two),
  });
}
