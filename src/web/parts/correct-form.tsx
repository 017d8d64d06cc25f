/** Correcting in place: a statement, a missing one, the facts of talks, a commitment, a missing one, the day of publication and the kind of the text. */
import type { DocumentRow } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import { ACTS, type Act } from '../../record/acts.generated.ts';
import type { DateMention, Reading, Statement } from '../../record/reading.ts';
import { documentKinds } from '../../record/schema.ts';
import type { Standing } from '../../record/standing.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { CommitmentFields, PromiseFields, TalksFields } from './correct-facts.tsx';
import { type Asked, chosen, entered, type FieldOptions, Select, Text, Tick, WordsField } from './correct-fields.tsx';
import { Signature } from './signature.tsx';
import { readoutPath, to, type View } from './view.ts';
import { topicName } from './words.ts';

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
    asked.of === 'words' ||
    asked.of === 'promise' ||
    asked.of === 'document' ||
    date ||
    (asked.of === 'statement' ? statement : asked.of === 'talks' ? talks : commitment);
  if (!known) return null;
  const faults = asked.faults ?? [];
  const textKind = now.document.kind?.value ?? '';
  const textKinds = textKind === '' ? ['', ...documentKinds] : documentKinds;
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
        {asked.of === 'promise' && <PromiseFields view={view} reading={now} statement={statement} asked={asked} />}
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
            <label for="kind">{l('textKind')}</label>
            <Select name="kind" values={textKinds} words={voice.phrases.textKinds} value={entered(asked, 'kind', textKind)} />
            <span class="note">{l('textKindNote')}</span>
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
          <a href={to(view, readoutPath(row.id, asked.of === 'statement' || asked.of === 'promise' ? asked.id : asked.at))}>{l('cancel')}</a>
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
      <WordsField view={view} language={reading.document.language} asked={asked} />
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
