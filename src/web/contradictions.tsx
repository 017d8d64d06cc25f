/** What the documents of a relation state in two ways: candidates with both quotes, to confirm or dismiss. */
import { findToldTwice } from '../desk/comparing/accounts.ts';
import { CONTRADICTIONS, findCandidates, type JudgedCandidate } from '../desk/comparing/contradictions.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import { contradictionMeans, contradictionName, saidWords } from '../drawing/changed.ts';
import { placeName } from '../drawing/sides.ts';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Signature } from './parts/signature.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName } from './parts/words.ts';

export async function contradictionsPage(archive: Archive, view: View, dyad: DyadRow) {
  const { voice } = view;
  const l = voice.label;
  const found = await findCandidates(archive, dyad.dyad);
  const open = found.filter(({ judged }) => !judged);
  const judged = found.filter((each) => each.judged);
  const name = dyadName(dyad.dyad, voice);
  return (
    <Frame view={view} title={[l('contradictions'), name]} wording={`relations/${dyad.dyad}/wording`}>
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          [`relations/${dyad.dyad}`, name],
        ]}
      />
      <Head
        view={view}
        title={
          <>
            {l('contradictions')} <span class="of">{name}</span>
          </>
        }
        lead={found.length === 0 ? l('contradictionsNone') : l('contradictionsLead')}
        csv={to(view, `relations/${dyad.dyad}/contradictions.csv`)}
        twin={`/api/v1/dyads/${dyad.dyad}/contradictions`}
        feed={to(view, `relations/${dyad.dyad}/contradictions.atom`)}
      />
      {found.length === 0 ? (
        <NothingFound view={view} dyad={dyad} told={(await findToldTwice(archive, dyad.dyad)).length} />
      ) : (
        <ol class="candidates">
          {[...open, ...judged].map((each) => (
            <Candidate view={view} dyad={dyad.dyad} candidate={each} />
          ))}
        </ol>
      )}
    </Frame>
  );
}

/** What was looked for and in how much: "none" is worth only as much as that. @param told meetings that both sides tell. */
function NothingFound({ view, dyad, told }: { view: View; dyad: DyadRow; told: number }) {
  const { voice } = view;
  const l = voice.label;
  return (
    <section class="empty">
      <p>
        {l('contradictionsLooked', { n: dyad.documents })}{' '}
        <a href={to(view, `accounts${query({ dyad: dyad.dyad })}`)}>{l('contradictionsTold', { n: told })}</a>
      </p>
      <dl class="looked-for">
        {CONTRADICTIONS.map((kind) => (
          <div>
            <dt>{contradictionName({ kind }, voice)}</dt>
            <dd class="note">{contradictionMeans(kind, voice)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Candidate({ view, dyad, candidate }: { view: View; dyad: string; candidate: JudgedCandidate }) {
  const { voice } = view;
  const l = voice.label;
  const { id, kind, event, about, first, other, quotes, judged } = candidate;
  const [one, two] = [first, other].map((side, i) => {
    const quote = quotes[i] as (typeof quotes)[number];
    return (
      <div class="told">
        <p>
          <b>{saidWords(kind, side.says, voice)}</b>{' '}
          <a class="cite" href={to(view, readoutPath(side.document, side.statement))}>
            {[quote.date && voice.date(quote.date), side.path && placeName(side.path, voice)].filter(Boolean).join(l('comma'))}
          </a>{' '}
          <span class="note">{quote.publisher && voice.party(quote.publisher)}</span>
        </p>
        <p class="said">
          <q lang={quote.language}>
            {quote.before}
            <mark class="found">{quote.words}</mark>
            {quote.after}
          </q>
        </p>
      </div>
    );
  });
  return (
    <li class="candidate" id={id}>
      <h2 class="minor">
        {judged?.verdict !== 'none' && (
          <span class="alert" aria-hidden="true">
            ▲{' '}
          </span>
        )}
        {contradictionName(event ? { kind, event } : { kind }, voice)} {about !== '' && <span class="src-words">{about.slice(0, 120)}</span>}
        {judged && <span class="box">{l(judged.verdict === 'none' ? 'judgedNone' : 'judgedContradiction')}</span>}
      </h2>
      <div class="two">
        {one}
        {two}
      </div>
      {judged && (
        <p class="note">
          {judged.correction.who} {voice.date(judged.correction.when.slice(0, 10))}: {judged.correction.why}
        </p>
      )}
      <details>
        <summary>{l('judge')}</summary>
        <form method="post" action={to(view, `relations/${dyad}/contradictions`)} class="plain-form">
          <input type="hidden" name="candidate" value={id} />
          <Signature view={view} of={id} />
          <button type="submit" name="verdict" value="contradiction">
            {l('isContradiction')}
          </button>{' '}
          <button type="submit" name="verdict" value="none">
            {l('isNone')}
          </button>
        </form>
      </details>
    </li>
  );
}
