/** Forms that correct the facts of talks and of commitments, and the one that adds a commitment. */
import { placeName } from '../../drawing/sides.ts';
import type { Commitment, Reading, Statement, Talks } from '../../record/reading.ts';
import { commitmentKinds, stages, talksFormats, talksKinds, talksLevels } from '../../record/schema.ts';
import { chosen, entered, type FieldOptions, Select, Text, type TextOptions, Tick, WordsField } from './correct-fields.tsx';

export function TalksFields({ view, reading, talks, asked }: FieldOptions & { reading: Reading; talks: Talks }) {
  const { voice } = view;
  const l = voice.label;
  const formats = chosen(
    asked,
    'format',
    (talks.format ?? []).map(({ value }) => value),
  );
  const { date, start, end, duration, place, occasion, ordinal, parties } = talks;
  const fields: readonly Omit<TextOptions, 'view' | 'asked'>[] = [
    { name: 'date', label: 'when', value: date?.edtf, note: 'edtfNote' },
    { name: 'start', label: 'startTime', value: start?.edtf, note: 'startNote' },
    { name: 'end', label: 'endTime', value: end?.edtf },
    { name: 'duration', label: 'duration', value: duration?.duration, note: 'durationNote' },
    { name: 'place', label: 'where', value: place?.name },
    { name: 'host', label: 'host', value: place?.party, note: 'hostNote' },
    { name: 'occasion', label: 'occasion', value: occasion?.value },
    { name: 'ordinal', label: 'ordinal', value: ordinal && String(ordinal.value) },
    { name: 'parties', label: 'parties', value: parties.join(' '), note: 'partiesNote' },
  ];
  return (
    <>
      <div class="grid">
        <p>
          <label for="kind">{l('talks')}</label>
          <Select name="kind" values={talksKinds} words={voice.phrases.kinds} value={entered(asked, 'kind', talks.kind)} />
        </p>
        <p>
          <label for="level">{l('level')}</label>
          <Select
            name="level"
            values={['', ...talksLevels]}
            words={{ ...voice.phrases.levels, '': l('noneOnRecord') }}
            value={entered(asked, 'level', talks.level ?? '')}
          />
        </p>
        {fields.map((field) => (
          <p>
            <Text view={view} asked={asked} {...field} />
          </p>
        ))}
      </div>
      <fieldset class="topics">
        <legend>{l('format')}</legend>
        <input type="hidden" name="formats" value="yes" />
        {[...formats].map((each) => (
          <Tick name="format" value={each} label={voice.phrases.formats[each as 'walk']} on />
        ))}
        <details>
          <summary>{l('otherFormats')}</summary>
          <div class="ticks">
            {talksFormats
              .filter((each) => !formats.has(each))
              .map((each) => (
                <Tick name="format" value={each} label={voice.phrases.formats[each]} on={false} />
              ))}
          </div>
        </details>
      </fieldset>
      <ParticipantFields view={view} reading={reading} talks={talks} asked={asked} />
    </>
  );
}

/** Lines for persons who are missing. */
const FREE_LINES = 2;

/** Who met, a line a person; two empty lines for who is missing. */
function ParticipantFields({ view, reading, talks, asked }: FieldOptions & { reading: Reading; talks: Talks }) {
  const { voice } = view;
  const l = voice.label;
  const { entered: typed } = asked;
  const lines = typed?.['participant-name']
    ? typed['participant-name'].map((name, i) => ({
        name,
        party: typed['participant-party']?.[i] ?? '',
        office: typed['participant-office']?.[i] ?? '',
      }))
    : [
        ...talks.participants.map(({ name, party, office = '' }) => ({ name, party, office })),
        ...Array.from({ length: FREE_LINES }, () => ({ name: '', party: '', office: '' })),
      ];
  return (
    <fieldset id="participants">
      <legend>{l('present')}</legend>
      <p class="note">{l('participantsNote')}</p>
      {lines.map(({ name, party, office }, i) => (
        <p class="participant">
          <input
            type="text"
            name="participant-party"
            class="code-field"
            aria-label={`${l('participantParty')} ${i + 1}`}
            placeholder={l('participantParty')}
            value={party}
            maxlength={9}
            size={5}
            autocomplete="off"
          />
          <input
            type="text"
            name="participant-name"
            class="src-words"
            lang={reading.document.language}
            aria-label={`${l('participantName')} ${i + 1}`}
            placeholder={l('participantName')}
            value={name}
            maxlength={200}
            autocomplete="off"
          />
          <input
            type="text"
            name="participant-office"
            class="src-words"
            lang={reading.document.language}
            aria-label={`${l('participantOffice')} ${i + 1}`}
            placeholder={l('participantOffice')}
            value={office}
            maxlength={200}
            autocomplete="off"
          />
        </p>
      ))}
    </fieldset>
  );
}

export function CommitmentFields({ view, reading, commitment, asked }: FieldOptions & { reading: Reading; commitment: Commitment }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <>
      <p>
        <b>{voice.phrases.commitments[commitment.kind]}</b> <q lang={reading.document.language}>{commitment.what}</q>
      </p>
      <PromiseGrid view={view} asked={asked} promise={commitment} />
      <Tick name="struck" label={l('strikeCommitment')} on={chosen(asked, 'struck', []).has('yes')} />
    </>
  );
}

/** A commitment that was missed: on the words of a statement, or on words copied from the source. */
export function PromiseFields({ view, reading, statement, asked }: FieldOptions & { reading: Reading; statement: Statement | undefined }) {
  return (
    <>
      {statement ? (
        <p>
          <span class="note">{placeName(statement.path, view.voice)}</span> <q lang={reading.document.language}>{statement.quote}</q>
        </p>
      ) : (
        <WordsField view={view} language={reading.document.language} asked={asked} />
      )}
      <PromiseGrid view={view} asked={asked} promise={proposed(statement, reading)} />
    </>
  );
}

type Promised = Pick<Commitment, 'kind' | 'stage' | 'by' | 'to' | 'due'>;

/** What the form begins with: who speaks owes it to the others who met; of both, each to the other. A person sees it and says otherwise. */
function proposed(statement: Statement | undefined, reading: Reading): Promised {
  const parties = reading.talks.find(({ id }) => id === statement?.talks)?.parties ?? reading.talks[0]?.parties ?? [];
  const by = [...new Set((statement?.speakers ?? []).map(({ party }) => party))];
  const others = parties.filter((party) => !by.includes(party));
  const together = by.length > 1;
  return { kind: together ? 'meeting' : 'visit', stage: together ? 'agreed' : 'intended', by, to: others.length > 0 ? others : by };
}

function PromiseGrid({ view, asked, promise }: FieldOptions & { promise: Promised }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <div class="grid">
      <p>
        <label for="kind">{l('commitmentKind')}</label>
        <Select name="kind" values={commitmentKinds} words={voice.phrases.commitments} value={entered(asked, 'kind', promise.kind)} />
      </p>
      <p>
        <label for="stage">{l('stage')}</label>
        <Select name="stage" values={stages} words={voice.phrases.stages} value={entered(asked, 'stage', promise.stage)} />
      </p>
      <p>
        <Text view={view} name="by" label="debtor" value={promise.by.join(' ')} asked={asked} note="codesNote" />
      </p>
      <p>
        <Text view={view} name="to" label="creditor" value={promise.to.join(' ')} asked={asked} />
      </p>
      <p>
        <Text view={view} name="due" label="dueDay" value={promise.due?.edtf} asked={asked} note="dueNote" />
      </p>
    </div>
  );
}
