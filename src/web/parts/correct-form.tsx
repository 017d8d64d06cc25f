/** Correcting in place: a statement, a missing one, the facts of talks, the stage of a commitment, the day of publication. */
import type { DocumentRow } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { ACTS, type Act } from '../../record/acts.generated.ts';
import type { Commitment, DateMention, Reading, Statement, Talks } from '../../record/reading.ts';
import { commitmentKinds, stages, talksFormats, talksKinds, talksLevels } from '../../record/schema.ts';
import type { Standing } from '../../record/standing.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { Signature } from './signature.tsx';
import { readoutPath, to, type View } from './view.ts';
import { topicName } from './words.ts';

export const SUBJECTS = ['statement', 'words', 'talks', 'commitment', 'date', 'document'] as const;

export interface Asked {
  readonly of: (typeof SUBJECTS)[number];
  readonly id?: string | undefined;
  /** The statement whose row leads to the form, for a date. */
  readonly at?: string | undefined;
  /** What was entered, which stays. */
  readonly entered?: Entered;
  readonly faults?: readonly FieldFault[];
}

export type Entered = Readonly<Record<string, readonly string[]>>;

export interface FieldFault {
  /** Id of the field it is about. */
  readonly field: string;
  readonly words: string;
}

interface Options {
  readonly view: View;
  readonly row: DocumentRow;
  /** What the machine read. */
  readonly reading: Reading;
  readonly standing: Standing;
  readonly asked: Asked;
}

export function CorrectForm({ view, row, reading, standing, asked }: Options) {
  const { voice } = view;
  const l = voice.label;
  const now = standing.reading;
  const statement = now.statements.find(({ id }) => id === asked.id);
  const talks = now.talks.find(({ id }) => id === asked.id);
  const commitment = now.commitments.find(({ id }) => id === asked.id);
  const date = asked.of === 'date' ? dateAt(now, asked.id) : undefined;
  const known =
    asked.of === 'words' || asked.of === 'document' || date || (asked.of === 'statement' ? statement : asked.of === 'talks' ? talks : commitment);
  if (!known) return null;
  const faults = asked.faults ?? [];
  return (
    <section class="correct" id="correct" aria-labelledby="correct-title">
      <h2 id="correct-title">{l(`correct${asked.of[0]?.toUpperCase()}${asked.of.slice(1)}`)}</h2>
      {faults.length > 0 && (
        <div class="wrong" role="alert" tabindex={-1} id="faults">
          <p>
            <b>▲ {l('formFaults', { n: faults.length })}</b>
          </p>
          <ul>
            {faults.map(({ field, words }) => (
              <li>
                <a href={`#${field}`}>{words}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={to(view, `readouts/${row.id}/correct`)} class="plain-form">
        <input type="hidden" name="of" value={asked.of} />
        {asked.id && <input type="hidden" name="id" value={asked.id} />}
        {asked.at && <input type="hidden" name="at" value={asked.at} />}
        {asked.of === 'statement' && statement && <StatementFields view={view} reading={now} statement={statement} asked={asked} />}
        {asked.of === 'words' && <WordsFields view={view} reading={now} asked={asked} />}
        {asked.of === 'talks' && talks && <TalksFields view={view} reading={now} talks={talks} asked={asked} />}
        {asked.of === 'commitment' && commitment && <CommitmentFields view={view} reading={now} commitment={commitment} asked={asked} />}
        {date && (
          <>
            <p>
              <q lang={now.document.language}>{date.text}</q> <span class="note">{voice.mention(date)}</span>
            </p>
            <p>
              <Text view={view} name="edtf" label="when" value={date.edtf} asked={asked} note="edtfNote" />
              <span class="note">{l('correctDateNote')}</span>
            </p>
          </>
        )}
        {asked.of === 'document' && (
          <p>
            <Text view={view} name="edtf" label="publishedDay" value={now.document.published?.edtf} asked={asked} note="edtfNote" />
          </p>
        )}
        <Signature
          view={view}
          of="correct"
          why={asked.entered?.why?.[0]}
          faults={new Set(faults.flatMap(({ field }) => (field.endsWith('-correct') ? [field.slice(0, -8)] : [])))}
        />
        <p class="actions">
          <button type="submit" class="dark">
            {l('keepCorrection')}
          </button>{' '}
          <a href={to(view, readoutPath(row.id, asked.of === 'statement' ? asked.id : asked.at))}>{l('cancel')}</a>
        </p>
        <p class="note">{l('correctNote', { reader: reading.reader.version })}</p>
      </form>
    </section>
  );
}

/** The date that stands at a span, `12-18`. */
export function dateAt(reading: Reading, id: string | undefined): DateMention | undefined {
  return reading.dates.find(({ span }) => span.join('-') === id);
}

function entered(asked: Asked, name: string, value: string): string {
  return asked.entered ? (asked.entered[name]?.[0] ?? '') : value;
}

function chosen(asked: Asked, name: string, values: readonly string[]): ReadonlySet<string> {
  return new Set(asked.entered ? (asked.entered[name] ?? []) : values);
}

interface FieldOptions {
  readonly view: View;
  readonly asked: Asked;
}

function StatementFields({ view, reading, statement, asked }: FieldOptions & { reading: Reading; statement: Statement }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <>
      <p>
        <span class="note">{placeName(statement.path, voice)}</span> <q lang={reading.document.language}>{statement.quote}</q>
      </p>
      <Who
        view={view}
        reading={reading}
        asked={asked}
        speakers={statement.speakers.map(({ party }) => party)}
        mode={statement.mode}
        act={statement.act}
        persons={statement.speakers}
        addressees={statement.addressees}
      />
      <Topics view={view} asked={asked} topics={statement.topics} />
      <fieldset>
        <legend>{l('verdict')}</legend>
        <Tick name="withheld" label={l('withheld')} on={chosen(asked, 'withheld', statement.withheld ? ['yes'] : []).has('yes')} />
        <Tick name="struck" label={l('strikeNote')} on={chosen(asked, 'struck', []).has('yes')} />
        <Tick name="approved" label={l('approveNote')} on={chosen(asked, 'approved', []).has('yes')} />
      </fieldset>
    </>
  );
}

function WordsFields({ view, reading, asked }: FieldOptions & { reading: Reading }) {
  const l = view.voice.label;
  return (
    <>
      <p>
        <label for="quote">{l('missingWords')}</label>
        <textarea id="quote" name="quote" rows={2} required lang={reading.document.language} aria-describedby="quote-note">
          {entered(asked, 'quote', '')}
        </textarea>
        <span class="note" id="quote-note">
          {l('missingWordsNote')}
        </span>
      </p>
      <p>
        <Text view={view} name="verb" label="missingVerb" value="" asked={asked} note="missingVerbNote" serif />
      </p>
      <Who view={view} reading={reading} asked={asked} speakers={[]} mode="one" act="state" />
      <Topics view={view} asked={asked} topics={[]} />
      <fieldset>
        <legend>{l('verdict')}</legend>
        <Tick name="withheld" label={l('withheld')} on={chosen(asked, 'withheld', []).has('yes')} />
      </fieldset>
    </>
  );
}

function Who({
  view,
  reading,
  asked,
  speakers,
  mode,
  act,
  persons = [],
  addressees,
}: FieldOptions & {
  reading: Reading;
  speakers: readonly string[];
  mode: Statement['mode'];
  act: Act;
  persons?: Statement['speakers'];
  addressees?: readonly string[];
}) {
  const { voice } = view;
  const l = voice.label;
  const parties = [...new Set([...reading.talks.flatMap((each) => each.parties), ...speakers, ...(asked.entered?.speaker ?? [])])];
  const spoken = chosen(asked, 'speaker', speakers);
  const how = entered(asked, 'mode', mode);
  return (
    <div class="grid">
      <p>
        <label for="act">{l('act')}</label>
        <select id="act" name="act">
          {(Object.keys(ACTS) as Act[]).map((each) => (
            <option value={each} selected={each === entered(asked, 'act', act)}>
              {voice.phrases.acts[each]}
            </option>
          ))}
        </select>
      </p>
      <fieldset id="speaker">
        <legend>{l('speaker')}</legend>
        {parties.map((party) => (
          <span class="speaker">
            <Tick name="speaker" value={party} label={voice.party(party)} on={spoken.has(party)} />
            {addressees && (
              <input
                type="text"
                name={`person-${party}`}
                aria-label={l('personOf', { party: voice.party(party) })}
                placeholder={l('personOf', { party: voice.party(party) })}
                class="src-words"
                lang={reading.document.language}
                maxlength={200}
                autocomplete="off"
                value={entered(asked, `person-${party}`, persons.find((each) => each.party === party)?.person ?? '')}
              />
            )}
          </span>
        ))}
      </fieldset>
      {addressees && (
        <fieldset id="addressees">
          <legend>{l('addressees')}</legend>
          <input type="hidden" name="whole" value="yes" />
          {[...new Set([...parties, ...addressees])].map((party) => (
            <Tick name="addressee" value={party} label={voice.party(party)} on={chosen(asked, 'addressee', addressees).has(party)} />
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{l('mode')}</legend>
        {(['one', 'joint', 'each'] as const).map((each) => (
          <label class="tick">
            <input type="radio" name="mode" value={each} checked={each === how} /> {l(`mode${each[0]?.toUpperCase()}${each.slice(1)}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Topics({ view, asked, topics }: FieldOptions & { topics: readonly string[] }) {
  const on = chosen(asked, 'topic', topics);
  const l = view.voice.label;
  return (
    <fieldset class="topics">
      <legend>{l('topics')}</legend>
      {[...on].map((topic) => (
        <Tick name="topic" value={topic} label={topicName(topic, view.voice)} on />
      ))}
      <details>
        <summary>{l('otherTopics')}</summary>
        <div class="ticks">
          {Object.keys(TOPICS)
            .filter((topic) => !on.has(topic))
            .map((topic) => (
              <Tick name="topic" value={topic} label={topicName(topic, view.voice)} on={false} />
            ))}
        </div>
      </details>
    </fieldset>
  );
}

function TalksFields({ view, reading, talks, asked }: FieldOptions & { reading: Reading; talks: Talks }) {
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

function CommitmentFields({ view, reading, commitment, asked }: FieldOptions & { reading: Reading; commitment: Commitment }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <>
      <p>
        <b>{voice.phrases.commitments[commitment.kind]}</b> <q lang={reading.document.language}>{commitment.what}</q>
      </p>
      <div class="grid">
        <p>
          <label for="kind">{l('commitmentKind')}</label>
          <Select name="kind" values={commitmentKinds} words={voice.phrases.commitments} value={entered(asked, 'kind', commitment.kind)} />
        </p>
        <p>
          <label for="stage">{l('stage')}</label>
          <Select name="stage" values={stages} words={voice.phrases.stages} value={entered(asked, 'stage', commitment.stage)} />
        </p>
        <p>
          <Text view={view} name="by" label="debtor" value={commitment.by.join(' ')} asked={asked} note="codesNote" />
        </p>
        <p>
          <Text view={view} name="to" label="creditor" value={commitment.to.join(' ')} asked={asked} />
        </p>
        <p>
          <Text view={view} name="due" label="dueDay" value={commitment.due?.edtf} asked={asked} note="dueNote" />
        </p>
      </div>
      <Tick name="struck" label={l('strikeCommitment')} on={chosen(asked, 'struck', []).has('yes')} />
    </>
  );
}

function Tick({ name, value = 'yes', label, on }: { name: string; value?: string; label: string; on: boolean }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={on} /> {label}
    </label>
  );
}

function Select({ name, values, words, value }: { name: string; values: readonly string[]; words: Readonly<Record<string, string>>; value: string }) {
  return (
    <select id={name} name={name}>
      {values.map((each) => (
        <option value={each} selected={each === value}>
          {words[each] ?? each}
        </option>
      ))}
    </select>
  );
}

interface TextOptions extends FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly note?: string;
  readonly serif?: boolean;
}

function Text({ view, name, label, value = '', asked, note, serif }: TextOptions) {
  const l = view.voice.label;
  return (
    <>
      <label for={name}>{l(label)}</label>
      <input
        type="text"
        id={name}
        name={name}
        class={serif ? 'src-words' : undefined}
        value={entered(asked, name, value)}
        autocomplete="off"
        aria-describedby={note && `${name}-note`}
        aria-invalid={asked.faults?.some(({ field }) => field === name) ? 'true' : undefined}
      />
      {note && (
        <span class="note" id={`${name}-note`}>
          {l(note)}
        </span>
      )}
    </>
  );
}
