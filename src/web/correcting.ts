/** A form of correction turned into what the archive keeps: one decision for each value that was changed. */
import type { Voice } from '../language/voice.ts';
import { CHANGES_ON, type Change, change, type Subject } from '../record/correction.ts';
import type { Reading } from '../record/reading.ts';
import { subjectOfCommitment, subjectOfDate, subjectOfStatement, subjectOfTalks, subjectOfWords } from '../record/subject.ts';
import type { Asked, Entered, FieldFault } from './parts/correct-fields.tsx';
import { dateAt } from './parts/correct-form.tsx';

export interface Decision {
  readonly on: Subject;
  readonly change: Change;
}

export type Decided = { readonly decisions: readonly Decision[] } | { readonly faults: readonly FieldFault[] };

/** @param reading what stands now. */
export function decide(asked: Asked, entered: Entered, reading: Reading, voice: Voice): Decided {
  const faults: FieldFault[] = [];
  const one = (name: string) => (entered[name]?.[0] ?? '').trim();
  const ticked = (name: string) => entered[name]?.[0] === 'yes';
  if (one('who') === '') faults.push({ field: 'who-correct', words: voice.label('faultName') });
  if (one('why') === '') faults.push({ field: 'why-correct', words: voice.label('faultReason') });
  const changes: unknown[] = [];
  const on = subjectOf();
  if (on) gather();
  if (faults.length > 0) return { faults };
  if (!on || changes.length === 0) return { faults: [{ field: 'act', words: voice.label('faultNothing') }] };
  const decisions = changes.map((each) => {
    const made = change.safeParse(each);
    if (!made.success) {
      faults.push({ field: fieldOf(each, made.error.issues[0]?.path ?? []), words: voice.label('faultValue') });
      return undefined;
    }
    return CHANGES_ON[on.of].includes(made.data.set) ? { on, change: made.data } : undefined;
  });
  return faults.length > 0 ? { faults } : { decisions: decisions.filter((each) => each !== undefined) };

  function subjectOf(): Subject | undefined {
    switch (asked.of) {
      case 'statement':
        return subjectOfStatement(reading, asked.id ?? '');
      case 'commitment':
        return subjectOfCommitment(reading, asked.id ?? '');
      case 'talks':
        return subjectOfTalks(reading, asked.id ?? '');
      case 'document':
        return { of: 'document' };
      case 'date': {
        const date = dateAt(reading, asked.id);
        return date && subjectOfDate(reading, date.span);
      }
      case 'promise': {
        const statement = reading.statements.find(({ id }) => id === asked.id);
        return statement ? subjectOfWords(reading, statement.span) : missing();
      }
      case 'words':
        return missing(one('verb'));
    }
  }

  /** Words that stand once in the source. @param verb a predicate among them, where one is needed. */
  function missing(verb?: string): Subject | undefined {
    const quote = one('quote');
    const { text } = reading.document;
    const at = quote === '' ? -1 : text.indexOf(quote);
    if (at < 0) faults.push({ field: 'quote', words: voice.label('faultNoWords') });
    else if (text.indexOf(quote, at + 1) >= 0) faults.push({ field: 'quote', words: voice.label('faultWordsTwice') });
    else if (verb !== undefined && (verb === '' || !quote.includes(verb))) faults.push({ field: 'verb', words: voice.label('faultVerb') });
    else return subjectOfWords(reading, [at, at + quote.length]);
    return undefined;
  }

  function codes(name: string): string[] {
    return one(name)
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean);
  }

  /** Lines with a name. */
  function participants(): { party: string; name: string; office?: string }[] {
    return (entered['participant-name'] ?? []).flatMap((words, i) => {
      const [name, party, office] = [words, entered['participant-party']?.[i] ?? '', entered['participant-office']?.[i] ?? ''].map((each) =>
        each.trim(),
      );
      return name ? [{ party: (party as string).toUpperCase(), name, ...(office && { office }) }] : [];
    });
  }

  function gather(): void {
    const speakers = (entered.speaker ?? []).map((party) => ({ party }));
    const topics = [...new Set(entered.topic ?? [])];
    switch (asked.of) {
      case 'statement': {
        const statement = reading.statements.find(({ id }) => id === asked.id);
        if (!statement) return;
        if (ticked('struck')) {
          changes.push({ set: 'struck' });
          return;
        }
        if (one('act') !== statement.act) changes.push({ set: 'act', act: one('act') });
        const parties = [...new Set(statement.speakers.map(({ party }) => party))];
        const personOf = (party: string) => statement.speakers.find((each) => each.party === party)?.person ?? '';
        // A form without fields for names says nothing of them.
        const named = (party: string) => (entered[`person-${party}`] ? one(`person-${party}`) : personOf(party));
        const people = speakers.map(({ party }) => ({ party, ...(named(party) && { person: named(party) }) }));
        if (!same(parties, entered.speaker ?? []) || people.some(({ party, person = '' }) => person !== personOf(party)))
          changes.push({ set: 'speakers', speakers: people, mode: one('mode') || undefined });
        else if (one('mode') !== '' && one('mode') !== statement.mode) changes.push({ set: 'mode', mode: one('mode') });
        const addressees = [...new Set(entered.addressee ?? [])];
        if (one('whole') === 'yes' && !same(statement.addressees, addressees)) changes.push({ set: 'addressees', addressees });
        if (!same(statement.topics, topics)) changes.push({ set: 'topics', topics });
        if (ticked('withheld') !== (statement.withheld ?? false)) changes.push({ set: 'withheld', withheld: ticked('withheld') });
        if (changes.length === 0 && ticked('approved')) changes.push({ set: 'approved' });
        return;
      }
      case 'words':
        changes.push({
          set: 'added',
          act: one('act'),
          verb: one('verb'),
          speakers,
          mode: one('mode') || 'one',
          addressees: [],
          topics,
          ...(ticked('withheld') && { withheld: true }),
        });
        return;
      case 'promise':
        changes.push({
          set: 'promised',
          kind: one('kind'),
          stage: one('stage'),
          by: codes('by'),
          to: codes('to'),
          ...(one('due') && { due: one('due') }),
        });
        return;
      case 'commitment': {
        const commitment = reading.commitments.find(({ id }) => id === asked.id);
        if (!commitment) return;
        if (ticked('struck')) {
          changes.push({ set: 'struck' });
          return;
        }
        if (one('stage') !== commitment.stage) changes.push({ set: 'stage', stage: one('stage') });
        const facts: Record<string, unknown> = {};
        if (entered.kind && one('kind') !== commitment.kind) facts.kind = one('kind');
        for (const name of ['by', 'to'] as const) if (entered[name] && !sameOrder(codes(name), commitment[name])) facts[name] = codes(name);
        if (entered.due && one('due') !== (commitment.due?.edtf ?? '')) facts.due = one('due') || null;
        if (Object.keys(facts).length > 0) changes.push({ set: 'commitment', ...facts });
        return;
      }
      case 'date':
        if (one('edtf') !== (dateAt(reading, asked.id)?.edtf ?? '')) changes.push({ set: 'date', edtf: one('edtf') || null });
        return;
      case 'document':
        if (one('edtf') !== (reading.document.published?.edtf ?? '')) changes.push({ set: 'published', edtf: one('edtf') || null });
        if (one('kind') !== '' && one('kind') !== reading.document.kind?.value) changes.push({ set: 'kind', kind: one('kind') });
        return;
      case 'talks': {
        const talks = reading.talks.find(({ id }) => id === asked.id);
        if (!talks) return;
        const facts: Record<string, unknown> = {};
        const say = (name: string, now: string | undefined, value: unknown = one(name) || null) => {
          // A form without the field says nothing of it.
          if (entered[name] && one(name) !== (now ?? '')) facts[name] = value;
        };
        say('kind', talks.kind);
        say('level', talks.level);
        say('date', talks.date?.edtf);
        say('start', talks.start?.edtf);
        say('end', talks.end?.edtf);
        say('duration', talks.duration?.duration);
        say('occasion', talks.occasion?.value);
        say('ordinal', talks.ordinal && String(talks.ordinal.value), one('ordinal') ? Number(one('ordinal')) : null);
        const place = one('place') ? { name: one('place'), ...(one('host') && { party: one('host').toUpperCase() }) } : null;
        say('place', talks.place?.name, place);
        if (entered.host && one('place') && one('host').toUpperCase() !== (talks.place?.party ?? '')) facts.place = place;
        say('parties', talks.parties.join(' '), codes('parties'));
        const formats = [...new Set(entered.format ?? [])];
        const known = (talks.format ?? []).map(({ value }) => value);
        if (one('formats') === 'yes' && !same(known, formats)) facts.format = formats;
        const present = participants();
        const told = talks.participants.map(({ party, name, office = '' }) => [party, name, office].join('\n'));
        if (
          entered['participant-name'] &&
          !sameOrder(
            told,
            present.map(({ party, name, office = '' }) => [party, name, office].join('\n')),
          )
        )
          facts.participants = present;
        if (Object.keys(facts).length > 0) changes.push({ set: 'talks', ...facts });
        return;
      }
    }
  }
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\u0000') === other.join('\u0000');
}

function fieldOf(given: unknown, path: readonly PropertyKey[]): string {
  const first = String(path[0] ?? '');
  return first === 'speakers' ? 'speaker' : first || String((given as { set?: string }).set ?? 'act');
}
