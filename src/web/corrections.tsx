/** All that people decided in the archive, the newest first: corrections, names made one, pairs and verdicts; and those that no longer find their words. */
import type { Archive } from '../desk/held.ts';
import type { Correction } from '../record/correction.ts';
import { type Decided, OneCorrection, OneOrphan, standingOf } from './parts/corrections.tsx';
import { Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { titleOf } from './parts/words.ts';

const LIMIT = 50;
const FOLDERS = { person: 'people', instrument: 'instruments', mechanism: 'mechanisms' } as const;

export async function correctionsPage(archive: Archive, view: View, asked: URLSearchParams) {
  const l = view.voice.label;
  const who = (asked.get('who') ?? '').slice(0, 200);
  const past = Math.max(0, Math.floor(Number(asked.get('past')) || 0));
  const [all, orphans] = await Promise.all([archive.corrections(), archive.orphans()]);
  const decided = standingOf(all)
    .reverse()
    .filter(({ correction }) => who === '' || correction.who === who);
  const shown = decided.slice(past, past + LIMIT);
  const about = new Map(await Promise.all(shown.map(async (each) => [each.correction.id, await aboutOf(archive, view, each.correction)] as const)));
  const people = [...new Set(all.map((each) => each.who))].sort();
  const twin = `/api/v1/corrections${query({ who })}`;
  return (
    <Frame view={view} title={[l('corrections')]} at="corrections" twin={twin}>
      <Head view={view} title={l('corrections')} lead={l('correctionsLead', { n: decided.length })} twin={twin} />
      {orphans.length > 0 && (
        <section class="orphans wrong" aria-labelledby="orphans-title">
          <h2 id="orphans-title">▲ {l('orphans', { n: orphans.length })}</h2>
          <p class="note">{l('orphansNote')}</p>
          <ul>
            {orphans.map((orphan) => (
              <OneOrphan view={view} document={orphan.document} orphan={orphan} />
            ))}
          </ul>
        </section>
      )}
      {people.length > 1 && (
        <form class="filters" action={to(view, 'corrections')}>
          <p>
            <label for="who">{l('decidedBy')}</label>
            <select id="who" name="who">
              <option value="">{l('anybody')}</option>
              {people.map((each) => (
                <option value={each} selected={each === who}>
                  {each}
                </option>
              ))}
            </select>
          </p>
          <button type="submit">{l('show')}</button>
        </form>
      )}
      {shown.length === 0 ? (
        <div class="empty">
          <p>
            <b>{l('noCorrections')}</b>
          </p>
          <p class="note">
            <a href={to(view, 'help')}>{l('noCorrectionsCure')}</a>
          </p>
        </div>
      ) : (
        <section class="corrections" aria-label={l('corrections')}>
          <ol>
            {shown.map((each: Decided) => (
              <OneCorrection view={view} of={each} action={to(view, 'corrections/undo')}>
                {about.get(each.correction.id)}
              </OneCorrection>
            ))}
          </ol>
        </section>
      )}
      {decided.length > past + LIMIT && (
        <p>
          <a class="button" rel="next" href={to(view, `corrections${query({ who, past: past + LIMIT })}`)}>
            {l('nextN', { n: LIMIT })}
          </a>
        </p>
      )}
    </Frame>
  );
}

/** The readout that was corrected, the names that were decided on, or the words that were set beside one another. */
async function aboutOf(archive: Archive, view: View, { document, change }: Correction) {
  if (document) {
    const row = await archive.document(document);
    return (
      <p class="of">
        <a class="src-words" lang={row?.language} href={to(view, readoutPath(document))}>
          {row ? titleOf(row, view.voice) : document}
        </a>
      </p>
    );
  }
  const ids = 'names' in change ? change.names : 'name' in change ? [change.name] : undefined;
  if (ids) {
    const names = await Promise.all(ids.map((id) => archive.entity(id)));
    return (
      <p class="of">
        {names.map((entity, i) => (
          <>
            {i > 0 && view.voice.label('comma')}
            {entity ? (
              <a class="src-words" href={to(view, `${FOLDERS[entity.kind]}/${ids[i]}`)}>
                {entity.spellings[0]?.name ?? entity.name}
              </a>
            ) : (
              ids[i]
            )}
          </>
        ))}
      </p>
    );
  }
  if (!('places' in change)) return null;
  return (
    <p class="of">
      {change.places.map(({ document: of, statement, anchor }) => (
        <span class="line">
          <a href={to(view, readoutPath(of, statement))}>
            <q>{anchor.quote}</q>
          </a>
        </span>
      ))}
    </p>
  );
}
