/** Fields of the forms that correct: what they share, and what was entered in them. */
import type { View } from './view.ts';

export const SUBJECTS = ['statement', 'words', 'talks', 'commitment', 'promise', 'date', 'document'] as const;

export interface Asked {
  readonly of: (typeof SUBJECTS)[number];
  readonly id?: string | undefined;
  /** The statement whose row leads to the form, for a date. */
  readonly at?: string | undefined;
  /** Words of the source that were marked on the page. */
  readonly quote?: string;
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

export function entered(asked: Asked, name: string, value: string): string {
  return asked.entered ? (asked.entered[name]?.[0] ?? '') : value;
}

export function chosen(asked: Asked, name: string, values: readonly string[]): ReadonlySet<string> {
  return new Set(asked.entered ? (asked.entered[name] ?? []) : values);
}

export interface FieldOptions {
  readonly view: View;
  readonly asked: Asked;
}

export function Tick({ name, value = 'yes', label, on }: { name: string; value?: string; label: string; on: boolean }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={on} /> {label}
    </label>
  );
}

export function Select({
  name,
  values,
  words,
  value,
}: {
  name: string;
  values: readonly string[];
  words: Readonly<Record<string, string>>;
  value: string;
}) {
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

export interface TextOptions extends FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly note?: string;
  readonly serif?: boolean;
}

export function Text({ view, name, label, value = '', asked, note, serif }: TextOptions) {
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

/** Words of the source, on which something is missing. */
export function WordsField({ view, language, asked }: FieldOptions & { language: string }) {
  const l = view.voice.label;
  return (
    <p>
      <label for="quote">{l('missingWords')}</label>
      <textarea id="quote" name="quote" rows={2} required lang={language} aria-describedby="quote-note">
        {entered(asked, 'quote', asked.quote ?? '')}
      </textarea>
      <span class="note" id="quote-note">
        {l('missingWordsNote')}
      </span>
    </p>
  );
}
