/** Spellings of one name, other names that may be the same (proposed, decided by a person), and what is said of it. */
import type { Entity, EntityRow, Hit } from '../../desk/held.ts';
import { Hits } from './hits.tsx';
import { Signature } from './signature.tsx';
import { query, to, type View } from './view.ts';

/** @param reads how the name is read aloud can be said. */
export function Spellings({ view, entity, reads = false }: { view: View; entity: Entity; reads?: boolean }) {
  const { voice } = view;
  const l = voice.label;
  const languages = new Intl.DisplayNames([voice.code], { type: 'language', fallback: 'code' });
  return (
    <section class="sec" aria-labelledby="spellings">
      <h2 id="spellings">{l('spellings')}</h2>
      <ul class="entities">
        {entity.spellings.map(({ name, language, documents }) => (
          <li>
            <q lang={language}>{name}</q>{' '}
            <span class="note">
              {languages.of(language) ?? language} · {l('readoutsCount', { n: documents })}
            </span>
          </li>
        ))}
      </ul>
      {entity.merged.length > 0 && (
        <p class="note">
          {l('mergedIn', { n: entity.merged.length })} <a href={to(view, 'corrections')}>{l('corrections')}</a>
        </p>
      )}
      {reads && (
        <details class="proposal">
          <summary>
            {l('readingGive')}
            {entity.reading && <span class="note"> {entity.reading}</span>}
          </summary>
          <form method="post" action={to(view, `people/${entity.id}/reading`)} class="plain-form">
            <p>
              <label for="reading">{l('readingOf')}</label>
              <input
                type="text"
                id="reading"
                name="reading"
                value={entity.reading ?? ''}
                maxlength={100}
                autocomplete="off"
                aria-describedby="reading-note"
              />
              <span class="note" id="reading-note">
                {l('readingNote')}
              </span>
            </p>
            <Signature view={view} of="reading" />
            <button type="submit">{l('keepCorrection')}</button>
          </form>
        </details>
      )}
    </section>
  );
}

export function Proposals({ view, entity, folder }: { view: View; entity: Entity; folder: 'people' | 'instruments' | 'mechanisms' }) {
  const { voice } = view;
  const l = voice.label;
  if (entity.proposals.length === 0) return null;
  const words = (row: EntityRow) =>
    [row.office, row.party && voice.parties(row.party.split('-')), l('readoutsCount', { n: row.documents })].filter(Boolean).join(l('comma'));
  return (
    <section class="sec" aria-labelledby="proposals">
      <h2 id="proposals">{l('sameOne')}</h2>
      <p class="note">{l('sameNote')}</p>
      {entity.proposals.map(({ one, other, reasons }) => {
        const another = one.id === entity.id ? other : one;
        return (
          <details class="proposal">
            <summary>
              <span class="src-words">{another.name}</span> <span class="note">{words(another)}</span>{' '}
              <span class="note">{reasons.map((reason) => l(REASONS[reason] ?? 'sameOne')).join(l('comma'))}</span>
            </summary>
            <p>
              <a href={to(view, `${folder}/${another.id}`)}>{l('openPage')}</a>
            </p>
            <form method="post" action={to(view, `${folder}/${entity.id}/names`)} class="plain-form">
              <input type="hidden" name="other" value={another.id} />
              <Signature view={view} of={another.id} />
              <button type="submit" name="verdict" value="same">
                {l('setSame')}
              </button>{' '}
              <button type="submit" name="verdict" value="different">
                {l('setDifferent')}
              </button>
            </form>
          </details>
        );
      })}
    </section>
  );
}

const REASONS: Readonly<Record<string, string>> = {
  'same-name-other-office': 'reasonOffice',
  'same-name-other-time': 'reasonTime',
  'same-office-same-time': 'reasonSameOffice',
  'sounds-alike': 'reasonSoundsAlike',
  'same-family-name': 'reasonFamily',
  'name-in-name': 'reasonInName',
  'one-kind-of-treaty': 'reasonOneTreaty',
};

/** What is said of a name: the newest statements that hold it, and the way to all. @param words as they are searched. */
export function Naming({ view, words, said }: { view: View; words: string; said: { readonly items: readonly Hit[]; readonly total: number } }) {
  const l = view.voice.label;
  return (
    <section class="sec" aria-labelledby="said">
      <div class="sec-head">
        <h2 id="said">{l('statementsNaming')}</h2>
        <a class="more" href={to(view, `search${query({ q: words })}`)}>
          {l('allN', { n: said.total })}
        </a>
      </div>
      {said.items.length === 0 ? <p class="note">{l('noneOnRecord')}</p> : <Hits view={view} hits={said.items} level="h3" />}
    </section>
  );
}
