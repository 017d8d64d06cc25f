/** What happened in the archive, told as facts with the words in them. */

import type { News } from '../../desk/finding/news.ts';
import type { Noticed } from '../../desk/finding/noticed.ts';
import type { Happening } from '../../desk/held.ts';
import { placeName } from '../../drawing/sides.ts';
import type { Statement } from '../../record/reading.ts';
import { changeWords } from './corrections.tsx';
import { readoutPath, to, type View } from './view.ts';

export function Changes({ view, news }: { view: View; news: readonly News[] }) {
  const { voice } = view;
  const l = voice.label;
  if (news.length === 0) return <p class="note">{l('nothingChanged')}</p>;
  return (
    <ul class="changes">
      {news.map(({ item, edit, correction, merged, language }) => (
        <li>
          <b>{happened(item, view)}</b>
          {edit && (
            <p class="src-words" lang={language}>
              {edit.before}
              {edit.gone && <del>{edit.gone}</del>}
              {edit.come && <ins>{edit.come}</ins>}
              {edit.after}
            </p>
          )}
          {merged && (
            <p>
              <a class="src-words" href={to(view, `${FOLDERS[merged.kind]}/${merged.id}`)}>
                {merged.spellings.map(({ name, language: of }, i) => (
                  <>
                    {i > 0 && l('comma')}
                    <span lang={of}>{name}</span>
                  </>
                ))}
              </a>
            </p>
          )}
          {correction && (
            <p>
              {changeWords(correction.change, voice)}{' '}
              {'anchor' in correction.on && correction.on.anchor && (
                <q class="clip" lang={language}>
                  {correction.on.anchor.quote}
                </q>
              )}
            </p>
          )}
          <p class="note">
            {item.title && item.document && (
              <>
                <a class="src-words" lang={language} href={to(view, readoutPath(item.document))}>
                  {item.title}
                </a>
                {l('comma')}
              </>
            )}
            {item.kind === 'version' && item.n !== undefined && `${l('versionN', { n: item.n })}${l('comma')}`}
            {voice.date(item.when.slice(0, 10))}
            {l('comma')}
            {item.who}
            {correction && `${l('colon')}${correction.why}`}
            {item.kind === 'version' && item.document && (
              <>
                {' '}
                <a class="cite" href={to(view, `readouts/${item.document}/versions`)}>
                  {l('seeBoth')}
                </a>
              </>
            )}
            {item.difference && !edit && ` · ${l('linesChanged', { gone: item.difference.lines.gone, come: item.difference.lines.come })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

const FOLDERS = { person: 'people', instrument: 'instruments', mechanism: 'mechanisms' } as const;

function happened(item: Happening, { voice }: View): string {
  return voice.label(item.kind === 'version' && item.silent ? 'happenedSilent' : `happened${item.kind[0]?.toUpperCase()}${item.kind.slice(1)}`);
}

/** What is worth a look in the newest readouts; nothing where there is none. */
export function NoticedList({ view, items }: { view: View; items: readonly Noticed[] }) {
  const { voice } = view;
  const l = voice.label;
  if (items.length === 0) return null;
  return (
    <ul class="changes">
      {items.map(({ document, language, parties, date, kind, statements }) => (
        <li>
          <b>{l(kind === 'two-verbs' ? 'toldTwice' : 'notInPoints')}</b>
          {statements.map((each) => (
            <p>
              <Verbed statement={each} language={language} />{' '}
              <a class="cite" href={to(view, readoutPath(document, each.id))}>
                {placeName(each.path, voice)}
              </a>
            </p>
          ))}
          <p class="note">
            {voice.parties(parties)}
            {date && `${l('comma')}${voice.date(date)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Signs of a statement shown before its verb. */
const BEFORE = 34;

/** The end of a statement, where the verb is; the verb stands out. */
function Verbed({ statement, language }: { statement: Statement; language: string }) {
  const { quote, span, verb } = statement;
  const at = Math.max(0, verb.span[0] - span[0]);
  const end = Math.min(quote.length, verb.span[1] - span[0]);
  const start = Math.max(0, at - BEFORE);
  return (
    <q lang={language}>
      {start > 0 && '…'}
      {quote.slice(start, at)}
      <b>{quote.slice(at, end)}</b>
      {quote.slice(end, end + 12)}
    </q>
  );
}
