/** What a person should look at: statements read with low confidence, doubts of a document, corrections without words. By keyboard: J, K, Enter. */
import type { Archive, DocumentRow } from '../desk/held.ts';
import { doubtsOf } from '../drawing/facts.ts';
import { placeName, told } from '../drawing/sides.ts';
import type { Statement } from '../record/reading.ts';
import type { Standing } from '../record/standing.ts';
import { ActChip } from './parts/chip.tsx';
import { Frame } from './parts/frame.tsx';
import { Mark } from './parts/side.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dayWords, titleOf } from './parts/words.ts';

const LIMIT = 10;

export async function reviewPage(archive: Archive, view: View, cursor: string | undefined) {
  const { voice } = view;
  const l = voice.label;
  const [page, totals] = await Promise.all([archive.list({ needsLook: true, limit: LIMIT, ...(cursor && { cursor }) }), archive.totals()]);
  const all = await Promise.all(page.items.map(async (row) => ({ row, standing: await archive.standing(row.id) })));
  return (
    <Frame view={view} title={[l('navReview')]} at="review" cites="none" twin={`/api/v1/documents${query({ needsLook: 'yes' })}`}>
      <h1>{l('navReview')}</h1>
      <p class="lead">
        {l('reviewLead', { n: totals.needsLook })} <kbd>J</kbd> <kbd>K</kbd> <kbd>Enter</kbd> <kbd>A</kbd> {l('approve')}
      </p>
      {all.length === 0 && (
        <p>
          <b>{l('nothingToReview')}</b>
        </p>
      )}
      {all.map(({ row, standing }) => standing && <OneReadout view={view} row={row} standing={standing} cursor={cursor} />)}
      {page.next && (
        <p>
          <a class="button" rel="next" href={to(view, `review${query({ cursor: page.next })}`)}>
            {l('nextN', { n: LIMIT })}
          </a>
        </p>
      )}
    </Frame>
  );
}

function OneReadout({ view, row, standing, cursor }: { view: View; row: DocumentRow; standing: Standing; cursor: string | undefined }) {
  const { voice } = view;
  const { reading } = standing;
  const low = reading.statements.filter(({ confidence }) => confidence === 'low');
  const doubts = doubtsOf(reading, voice).filter(({ severity, statement }) => severity !== 'info' && !statement);
  return (
    <section class="found-in">
      <div class="sec-head">
        <b class="day">{dayWords(row, voice)}</b>
        <h2 class="src-words" lang={row.title ? row.language : undefined}>
          <a href={to(view, readoutPath(row.id))}>{titleOf(row, voice)}</a>
        </h2>
      </div>
      <ul class="hits">
        {low.map((statement) => (
          <OneDoubt view={view} row={row} standing={standing} statement={statement} cursor={cursor} />
        ))}
        {doubts.map((doubt) => (
          <li class="doubt" data-open="">
            <a href={`${to(view, readoutPath(row.id))}#doubts`}>▲ {voice.phrases.severities[doubt.severity]}</a> {doubt.words}{' '}
            {doubt.span && doubt.span[1] > doubt.span[0] && (
              <q lang={row.language}>{reading.document.text.slice(doubt.span[0], Math.min(doubt.span[1], doubt.span[0] + 80))}</q>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneDoubtOptions {
  readonly view: View;
  readonly row: DocumentRow;
  readonly standing: Standing;
  readonly statement: Statement;
  readonly cursor: string | undefined;
}

function OneDoubt({ view, row, standing, statement, cursor }: OneDoubtOptions) {
  const { voice } = view;
  const l = voice.label;
  const { side, words } = told(standing.reading, statement, voice);
  return (
    <li class={`hit ${side}`} data-open="">
      <span class="who">
        <Mark side={side} />
        <span>{words}</span>
      </span>
      <ActChip view={view} act={statement.act} />
      <q class="words" lang={row.language}>
        {statement.quote}
      </q>
      <span class="notes deeds">
        <a class="button" href={to(view, `readouts/${row.id}${query({ correct: 'statement', id: statement.id })}#correct`)}>
          {l('correctReading')}
        </a>
        <form method="post" action={to(view, `readouts/${row.id}/approve`)} data-approve="">
          <input type="hidden" name="id" value={statement.id} />
          {cursor && <input type="hidden" name="cursor" value={cursor} />}
          {view.settings.who === '' && (
            <input
              type="text"
              name="who"
              required
              aria-label={l('yourName')}
              placeholder={l('yourName')}
              maxlength={200}
              size={8}
              autocomplete="name"
            />
          )}
          <button type="submit">{l('approve')}</button>
        </form>
      </span>
      <a class="cite" href={to(view, readoutPath(row.id, statement.id))}>
        {placeName(statement.path, voice)}
      </a>
    </li>
  );
}
