/** One meeting told by both sides, claim by claim; and the meetings of a relation that both tell. */
import { type AccountRow, CELLS, type Cell, type ComparedAccounts, findToldTwice, type ToldTwice } from '../desk/comparing/accounts.ts';
import type { Seat } from '../desk/comparing/compare.ts';
import type { Archive, DyadRow } from '../desk/held.ts';
import { differenceWords } from '../drawing/changed.ts';
import { ribbon } from '../drawing/ribbon.ts';
import { ownParty, placeName, told } from '../drawing/sides.ts';
import type { Statement } from '../record/reading.ts';
import { dayOf, dyadOf, nameOf, seatName } from './compare.tsx';
import { ActChip } from './parts/chip.tsx';
import { Crumbs, Frame } from './parts/frame.tsx';
import { Head } from './parts/head.tsx';
import { Mark, Put } from './parts/side.tsx';
import { Signature } from './parts/signature.tsx';
import { query, readoutPath, to, type View } from './parts/view.ts';
import { dyadName, talksWords, topicName } from './parts/words.ts';

interface Chosen {
  readonly one?: string | undefined;
  readonly two?: string | undefined;
}

const SIGNS: Readonly<Record<Cell, string>> = { both: '◈', differently: '≠', attributed: '⇄', 'only-first': '●', 'only-other': '◆' };

/** @param chosen statements that a person means to put together or apart: the form at the foot stands open with them. */
export function accountsPage(view: View, compared: ComparedAccounts, chosen: Chosen = {}) {
  const { voice } = view;
  const l = voice.label;
  const { first, other, found } = compared;
  const dyad = dyadOf(first);
  const name = dyad && dyadName(dyad, voice, first.reading.document.publisher?.party);
  const order = (side: 'first' | 'other') =>
    new Map(
      found.rows
        .flatMap((row) => row[side] ?? [])
        .sort((a, b) => a.lead.span[0] - b.lead.span[0])
        .map((claim, i) => [claim, i]),
    );
  const [one, two] = [order('first'), order('other')];
  const drawn = found.rows.map(({ cell, first: a, other: b }) => ({
    kind: cell,
    ...(a && { first: one.get(a) as number }),
    ...(b && { other: two.get(b) as number }),
  }));
  const seats = { first: seatName(first), other: seatName(other) };
  const hand = first.document && other.document && ((those: Chosen) => to(view, `accounts${query({ ...seats, ...those })}#by-hand`));
  const counted = CELLS.map((cell) => `${cellName(cell, compared, view)} ${found.counts[cell]}`).join(l('comma'));
  return (
    <Frame view={view} title={[l('twoAccounts'), name]} at="accounts">
      <Crumbs
        view={view}
        links={[
          ['', l('navArchive')],
          ...(dyad && name ? ([[`relations/${dyad}`, name]] as [string, string][]) : []),
          [`accounts${query({ dyad })}`, l('twoAccounts')],
        ]}
      />
      <Head
        view={view}
        title={l('twoAccountsOf')}
        lead={[first.talks && voice.talks(first.talks), dayOf(first, view)].filter(Boolean).join(l('comma'))}
        csv={to(view, `accounts.csv${query(seats)}`)}
        twin={`/api/v1/accounts/${nameOf(first)}/${nameOf(other)}`}
      >
        <a class="button" href={to(view, `accounts${query({ first: seats.other, other: seats.first })}`)}>
          {l('swapSides')}
        </a>
      </Head>
      <ul class="cells">
        {CELLS.map((cell) => (
          <li class={`k-${cell}`}>
            <CellSign cell={cell} /> <b>{found.counts[cell]}</b> {cellName(cell, compared, view)}
          </li>
        ))}
      </ul>
      <figure class="wide-picture" tabindex={0} aria-label={l('ribbonLabel')}>
        <Put markup={ribbon(drawn, [one.size, two.size], [sideName(first, 'first', view), sideName(other, 'other', view)], counted)} />
      </figure>
      <div class="account-heads">
        <AccountHead view={view} seat={first} side="first" />
        <AccountHead view={view} seat={other} side="other" />
      </div>
      <ol class="claims">
        {found.rows.map((row) => (
          <li class={`claim k-${row.cell}`}>
            <Side view={view} seat={first} row={row} side="first" />
            <div class="between">
              <CellSign cell={row.cell} />
              <span>{cellName(row.cell, compared, view)}</span>
              {row.byHand && <span class="note">{l('byHand')}</span>}
              {row.perhaps && <span class="note">{l('perhapsSame')}</span>}
              {row.score !== undefined && (
                <details class="why">
                  <summary>{row.score.toFixed(2)}</summary>
                  <span class="note">
                    {row.reasons
                      .map(({ what, share }) => `${l(`pairBy${what[0]?.toUpperCase()}${what.slice(1)}`)} ${share.toFixed(2)}`)
                      .join(l('comma'))}
                  </span>
                  {hand && <a href={hand({ one: row.first?.lead.id, two: row.other?.lead.id })}>{l('putApart')}</a>}
                </details>
              )}
              {hand && !(row.first && row.other) && (
                <a class="pair-it" href={hand({ one: row.first?.lead.id, two: row.other?.lead.id })}>
                  {l('pairIt')}
                </a>
              )}
            </div>
            <Side view={view} seat={other} row={row} side="other" own={ownParty(first.reading)} />
          </li>
        ))}
      </ol>
      <p class="note">{l('accountsNote')}</p>
      {hand && <ByHand view={view} compared={compared} chosen={chosen} />}
    </Frame>
  );
}

/** The title as it was published, and below it whose account it is, in which language, and how much it tells. */
function AccountHead({ view, seat, side }: { view: View; seat: Seat; side: 'first' | 'other' }) {
  const { voice } = view;
  const { reading, document } = seat;
  const { title, language } = reading.document;
  const talks = reading.statements.filter(({ talks }) => seat.talks === undefined || talks === seat.talks.id);
  return (
    <div>
      <h2 class="minor">
        <a class="src-words" lang={title ? language : undefined} href={document ? to(view, readoutPath(document)) : undefined}>
          {title?.value ?? voice.label('untitled')}
        </a>
      </h2>
      <p class="note">
        {voice.label('accountOf', {
          side: sideName(seat, side, view),
          language: new Intl.DisplayNames([voice.code], { type: 'language' }).of(language) ?? language,
        })}{' '}
        · {dayOf(seat, view)} · {voice.label('statementsCount', { n: talks.length })}
      </p>
    </div>
  );
}

export function cellName(cell: Cell, { first, other }: Pick<ComparedAccounts, 'first' | 'other'>, view: View): string {
  const l = view.voice.label;
  if (cell === 'only-first') return l('cellOnly', { side: sideName(first, 'first', view) });
  if (cell === 'only-other') return l('cellOnly', { side: sideName(other, 'other', view) });
  return l(`cell${cell[0]?.toUpperCase()}${cell.slice(1)}`);
}

function sideName({ reading, talks }: Seat, which: 'first' | 'other', { voice }: View): string {
  const party = ownParty(reading, talks?.id);
  return party ? voice.party(party) : voice.label(which === 'first' ? 'firstAccount' : 'otherAccount');
}

function CellSign({ cell }: { cell: Cell }) {
  return (
    <span class="cell-sign" aria-hidden="true">
      {SIGNS[cell]}
    </span>
  );
}

/** @param own whose marks are those of the own side on the whole page: a party keeps its mark in both accounts. */
function Side({ view, seat, row, side, own }: { view: View; seat: Seat; row: AccountRow; side: 'first' | 'other'; own?: string | undefined }) {
  const { voice } = view;
  const l = voice.label;
  const claim = row[side];
  if (!claim) {
    const counterpart = row[side === 'first' ? 'other' : 'first'];
    const topic = counterpart?.lead.topics[0];
    return (
      <div class="told none">
        <p class="note">{l('notTold')}</p>
        {topic && <p class="note">{l(row.raised ? 'otherRaises' : 'otherSilent', { topic: topicName(topic, voice) })}</p>}
      </div>
    );
  }
  const { lead, tellings } = claim;
  const seen = told(seat.reading, lead, voice);
  const turned = own !== undefined && ownParty(seat.reading) !== own;
  const who = { ...seen, side: turned && seen.side === 'own' ? ('other' as const) : turned && seen.side === 'other' ? ('own' as const) : seen.side };
  return (
    <div class="told">
      <p class="told-head">
        <Mark side={who.side} inferred={who.inferred} />
        <span class="vh">{who.words}</span>
        <span class={who.side}>
          <ActChip view={view} act={lead.act} />
        </span>
        {seat.document ? (
          <a class="cite" href={to(view, readoutPath(seat.document, lead.id))}>
            {tellings.map(({ path }) => placeName(path, voice)).join(l('comma'))}
          </a>
        ) : (
          <span class="note">{placeName(lead.path, voice)}</span>
        )}
      </p>
      <p class="said">
        <q lang={seat.reading.document.language}>{numbered(lead, row, side)}</q>
      </p>
      {side === 'other' && row.differences.length > 0 && (
        <p class="differs">{row.differences.map((each) => differenceWords(each, voice)).join(' · ')}</p>
      )}
    </div>
  );
}

/** The words with those that differ underlined, and numbered as on the other side. */
function numbered(lead: Statement, row: AccountRow, side: 'first' | 'other') {
  const marks = row.differences
    .map((each, i) => ({ span: each[side], n: i + 1 }))
    .filter(({ span }) => span[0] >= lead.span[0] && span[1] <= lead.span[1] && span[1] > span[0])
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const out: unknown[] = [];
  let at = lead.span[0];
  for (const [i, { span, n }] of marks.entries()) {
    if (span[0] < at) continue;
    const same = marks.filter((each, j) => j >= i && each.span[0] === span[0] && each.span[1] === span[1]).map((each) => each.n);
    out.push(lead.quote.slice(at - lead.span[0], span[0] - lead.span[0]));
    out.push(
      <u>
        {lead.quote.slice(span[0] - lead.span[0], span[1] - lead.span[0])}
        <sup>{same.length > 0 ? same.join(' ') : n}</sup>
      </u>,
    );
    at = span[1];
  }
  out.push(lead.quote.slice(at - lead.span[0]));
  return out as string[];
}

/** Two lists and two buttons: together, or apart. Kept as a correction. */
function ByHand({ view, compared, chosen }: { view: View; compared: ComparedAccounts; chosen: Chosen }) {
  const l = view.voice.label;
  const choose = (side: 'first' | 'other', label: string) => (
    <p>
      <label for={`pair-${side}`}>{label}</label>
      <select name={side === 'first' ? 'one' : 'two'} id={`pair-${side}`} lang={compared[side].reading.document.language}>
        {compared.found.rows.flatMap((row) => {
          const claim = row[side];
          const selected = claim?.lead.id === chosen[side === 'first' ? 'one' : 'two'];
          return claim ? (
            <option value={claim.lead.id} selected={selected}>{`${claim.lead.path}  ${claim.lead.quote.replace(/\s+/g, ' ').slice(-60)}`}</option>
          ) : (
            []
          );
        })}
      </select>
    </p>
  );
  return (
    <details class="sec by-hand" id="by-hand" open={chosen.one !== undefined || chosen.two !== undefined}>
      <summary>{l('pairByHand')}</summary>
      <form method="post" action={to(view, 'accounts/pairs')} class="plain-form">
        <input type="hidden" name="first" value={seatName(compared.first)} />
        <input type="hidden" name="other" value={seatName(compared.other)} />
        {choose('first', sideName(compared.first, 'first', view))}
        {choose('other', sideName(compared.other, 'other', view))}
        <Signature view={view} of="pair" />
        <button type="submit" name="set" value="paired">
          {l('putTogether')}
        </button>{' '}
        <button type="submit" name="set" value="unpaired">
          {l('putApart')}
        </button>
      </form>
      {compared.decisions.length > 0 && (
        <ul class="changes">
          {compared.decisions.map(({ id, who, when, why, change }) => (
            <li>
              <b>{l(change.set === 'paired' ? 'setPaired' : 'setUnpaired')}</b>{' '}
              <span class="note">
                {who} {view.voice.date(when.slice(0, 10))} {why} {id}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** The meetings of a relation that two publishers tell; without a relation, the relations. */
export async function toldTwicePage(archive: Archive, view: View, dyad: DyadRow | undefined) {
  const { voice } = view;
  const l = voice.label;
  const found = dyad && (await findToldTwice(archive, dyad.dyad));
  const dyads = dyad ? [] : await archive.dyads();
  return (
    <Frame view={view} title={[l('twoAccounts'), dyad && dyadName(dyad.dyad, voice)]} at="accounts">
      {dyad && (
        <Crumbs
          view={view}
          links={[
            ['', l('navArchive')],
            [`relations/${dyad.dyad}`, dyadName(dyad.dyad, voice)],
          ]}
        />
      )}
      <Head
        view={view}
        title={
          <>
            {l('twoAccounts')} {dyad && <span class="of">{dyadName(dyad.dyad, voice)}</span>}
          </>
        }
        lead={l('twoAccountsLead')}
        twin={dyad && `/api/v1/dyads/${dyad.dyad}/accounts`}
        feed={dyad && to(view, `relations/${dyad.dyad}/accounts.atom`)}
      />
      {found && (found.length === 0 ? <p>{l('accountsNone')}</p> : <ToldTwiceList view={view} found={found} />)}
      {found && (
        <p>
          <a href={to(view, `relations/${dyad.dyad}/contradictions`)}>{l('contradictions')}</a>
        </p>
      )}
      {dyads.length > 0 && (
        <ul class="topic-list">
          {dyads.slice(0, 60).map((each) => (
            <li data-open="">
              <a href={to(view, `accounts${query({ dyad: each.dyad })}`)}>{dyadName(each.dyad, voice)}</a>
              <span class="num">{l('talksCount', { n: each.talks })}</span>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

/** The page of two accounts of one meeting. */
export function accountsPath({ first, other }: Pick<ToldTwice, 'first' | 'other'>): string {
  return `accounts${query({ first: `${first.document}:${first.id}`, other: `${other.document}:${other.id}` })}`;
}

function ToldTwiceList({ view, found }: { view: View; found: readonly ToldTwice[] }) {
  const { voice } = view;
  return (
    <ul class="told-twice">
      {found.map(({ first, other }) => (
        <li data-open="">
          <a href={to(view, accountsPath({ first, other }))}>
            {first.date && voice.date(first.date)} {talksWords(first, voice)}
          </a>{' '}
          <span class="src-words">{first.title}</span> <span class="note">⇄</span> <span class="src-words">{other.title}</span>
        </li>
      ))}
    </ul>
  );
}
