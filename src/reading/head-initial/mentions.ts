/**
 * One pass over the words of each sentence: persons with their offices, offices alone, parties, organisations, places.
 *
 *   > Japanese Foreign Minister Mori Hanako and the Secretary met in Oslo
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^        ^^^^
 *
 * 1 mentions lie in order, none overlapping, each within one sentence; 2 a person named before is known by any part of the name.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Pack } from '../../language/pack.ts';
import type { Mention, Role } from '../../record/reading.ts';
import type { Sentence } from '../sentences.ts';
import { isCountry } from '../talks/telling/level.ts';
import { namesOf } from './names.ts';
import { afterBracket, nameEnd, type Office, officeAt } from './offices.ts';
import { type Several, severalAt } from './plurals.ts';
import { talksWordsOf } from './talks/words.ts';
import { wordsOf } from './words.ts';

/** A part of a name that is shorter tells nobody. */
const PART = 3;
/** Words of an office in small letters in which its country is named. */
const OWNER = 16;
/** Words of a body's name between its country and the office. */
const BODY = 8;

export function scanMentions(text: string, sentences: readonly Sentence[], pack: Pack, mentions: Mention[]): void {
  if (!pack.initial?.names) return;
  const names = namesOf(pack.initial.names);
  const opens = pack.initial.talks ? talksWordsOf(pack.initial.talks).opens : undefined;
  /** Part of a name in small letters → that it is one. */
  const known = new Set<string>();
  for (const sentence of sentences) {
    const tokens = wordsOf(text, sentence, pack);
    for (let i = 0; i < tokens.length; ) {
      const token = tokens[i] as Token;
      const end = token.cap || names.counterpart.at(tokens, i) || (names.articles.has(token.key) && names.titles.at(tokens, i)) ? readAt(i) : -1;
      i = end > i ? end : i + 1;
    }

    /** The place behind what is named at word `i`; -1 where nothing is. */
    function readAt(i: number): number {
      const group = severalAt(tokens, i, names);
      if (group) return several(group);
      const title = names.titles.at(tokens, i);
      const land = names.terms.at(tokens, i);
      // European Commission President
      const whole = land && names.heads.at(tokens, i);
      const head = whole && whole.end > land.end ? officeAt(text, tokens, i, names) : undefined;
      if (land && head) return person(i, head, land.value.kind === 'country' ? land.value.party : undefined, false);
      if (land && land.value.kind === 'place') {
        push(i, land.end, { kind: 'place', party: land.value.party });
        return land.end;
      }
      if (land) {
        let to = afterBracket(tokens, land.end);
        if (tokens[to]?.kind === 'possessive') to++;
        const counterpart = names.counterpart.at(tokens, to);
        if (counterpart) return person(i, { start: to, end: counterpart.end, role: 'other' }, land.value.party, true);
        const office = officeAt(text, tokens, to, names, true);
        if (office && severalAt(tokens, to, names) === undefined) return person(i, office, land.value.party, true);
        const low = names.low.at(tokens, to);
        if (low && nameEnd(tokens, low.end, names) > low.end) return person(i, { start: to, end: low.end, role: low.value }, land.value.party, true);
        const ofBody = office ? undefined : officeOfBody(to);
        if (ofBody) return person(i, ofBody, land.value.party, true);
        // Her Majesty, Dr. or a name with the country before it
        push(i, land.end, { kind: land.value.kind === 'organisation' ? 'organisation' : 'party', party: land.value.party });
        return land.end;
      }
      if (sentence.passage?.kind === 'title' && pairAt(i)) return i + 1;
      const office = officeAt(text, tokens, i, names);
      // Senator, Ambassador: a title as well as an office; General Secretary is the longer
      if (title && !(office && office.end > title.end)) {
        const end = titled(i, title.end);
        if (end) return end;
      }
      if (office) return person(i, office, undefined, false);
      const bare = nameEnd(tokens, i, names);
      if (bare === i) return -1;
      // a name told before
      const behind = bare - i > 1 ? officeBehind(bare) : undefined;
      if (behind?.office) {
        keepName(i, bare);
        push(i, behind.end, { kind: 'person', name: nameText(i, bare), ...behind.told });
        return behind.end;
      }
      const parts = tokens.slice(i, bare);
      const told = parts.length <= 3 && parts.every(({ key }) => known.has(key) || key.length < PART);
      const small = tokens[bare]?.key === ',' ? names.small.at(tokens, bare + 1) : undefined;
      const before = opens?.has(tokens[bare]?.key ?? '') || small !== undefined;
      const opening = parts.length > 1 && before && !names.notNames.has((tokens[i] as Token).key);
      if ((told && parts.some(({ key }) => known.has(key))) || opening) {
        keepName(i, bare);
        const party = small && ownerFrom(small.end);
        push(i, bare, { kind: 'person', name: nameText(i, bare), ...(party && { party }) });
        return bare;
      }
      return -1;
    }

    /** Each by the name alone: the office stands apart from them, and has another number. */
    function several({ end, role, lands, persons }: Several): number {
      for (const { from, to, party } of lands) push(from, to, { kind: 'party', ...(party && { party }) });
      for (const { from, to, party } of persons) {
        keepName(from, to);
        push(from, to, { kind: 'person', name: nameText(from, to), role, ...(party && { party }) });
      }
      return end;
    }

    /** Norwegian Fish and Harbour Council (NFHC) President Ada Lund: the office of a body that nobody has listed, between a country and a name. */
    function officeOfBody(at: number): Office | undefined {
      for (let k = at; k < at + BODY; ) {
        const token = tokens[k];
        if (!token) return undefined;
        const joined = names.joins.has(token.key);
        if (!(token.cap || (joined && k > at && tokens[k + 1]?.cap)) || (k > at && names.terms.at(tokens, k))) return undefined;
        const office = names.joins.has(tokens[k - 1]?.key ?? '') ? undefined : officeAt(text, tokens, k, names, true);
        if (office) return nameEnd(tokens, office.end, names) > office.end ? office : undefined;
        k = afterBracket(tokens, k + 1);
      }
      return undefined;
    }

    /** Japan-Norway talks, in a title: the parties whose names one word joins. */
    function pairAt(i: number): boolean {
      const { start, key } = tokens[i] as Token;
      const parts = key.split('-');
      if (parts.length < 2 || !parts.every((part) => names.lands.has(part))) return false;
      let at = start;
      for (const part of parts) {
        const party = names.lands.get(part) as string;
        mentions.push({ kind: 'party', text: text.slice(at, at + part.length), span: [at, at + part.length], party, basis: 'stated' });
        at += part.length + 1;
      }
      return true;
    }

    /** Mr. Mori, Mr. Mori Hanako, Minister for Foreign Affairs of Japan. The end, or 0 where no name follows. */
    function titled(i: number, after: number): number {
      let from = after;
      for (let more = names.titles.at(tokens, from); more; more = names.titles.at(tokens, from)) from = more.end;
      // His Excellency the Foreign Minister
      const article = names.articles.has(tokens[from]?.key ?? '') ? from + 1 : from;
      const office = officeAt(text, tokens, article, names);
      if (office) return person(i, office, undefined, false);
      // His Excellency Norwegian Foreign Minister Moe: the country begins what is named
      if (names.terms.at(tokens, from)?.value.kind === 'country' && tokens[from]?.cap) return Math.max(0, readAt(from));
      const to = nameEnd(tokens, from, names);
      if (to === from) return 0;
      const behind = officeBehind(to);
      keepName(from, to);
      const land = ofCountry(to);
      const party = behind?.told.party ?? (tokens[to] ? land?.party : undefined);
      const end = behind?.end ?? land?.end ?? to;
      push(i, end, { kind: 'person', name: nameText(from, to), ...behind?.told, ...(party && { party }) });
      return end;
    }

    /** , MP, Minister of Fisheries of Norway; , Norway's Minister of Fisheries; , the Norwegian Minister: what stands behind a name. */
    function officeBehind(to: number): { end: number; office: boolean; told: { office?: string; role?: Role; party?: string } } | undefined {
      if (tokens[to]?.key !== ',' && !names.honours.has(tokens[to]?.key ?? '')) return undefined;
      let at = to;
      while (tokens[at]?.key === ',' || names.honours.has(tokens[at]?.key ?? '')) at++;
      if (names.articles.has(tokens[at]?.key ?? '')) at++;
      const land = names.terms.at(tokens, at);
      const from = land ? land.end + (tokens[land.end]?.kind === 'possessive' ? 1 : 0) : at;
      const office = officeAt(text, tokens, from, names, true);
      const party = land?.value.party ?? office?.party;
      // a country alone is the next thing told, unless an office follows
      if (!office) return undefined;
      // the Economic Organisations, President Moe: of who is named behind it
      if (office.party === undefined && nameEnd(tokens, office.end, names) > office.end) return undefined;
      return { end: office.end, office: true, told: { office: officeText(office), role: office.role, ...(party && { party }) } };
    }

    function person(start: number, office: Office, before: string | undefined, landed: boolean): number {
      let from = office.end;
      const apposition =
        tokens[from]?.key === ',' &&
        (office.party !== undefined || landed || names.articles.has(tokens[start - 1]?.key ?? '')) &&
        isApposition(from + 1);
      if (apposition) from++;
      for (let title = names.titles.at(tokens, from); title; title = names.titles.at(tokens, from)) from = title.end;
      // Foreign Minister Cardinal Lund
      const head = apposition ? undefined : officeAt(text, tokens, from, names);
      if (head && (from > office.end || head.role === 'other')) from = head.end;
      const to = nameEnd(tokens, from, names);
      const named = to > from;
      let end = named ? to : office.end;
      let party = before ?? office.party;
      let { role } = office;
      // of a ministry, not of an organisation
      if (role === 'organisation-head' && before !== undefined && isCountry(before)) role = 'vice-minister';
      if (named) {
        keepName(from, to);
        const land = ofCountry(to);
        if (land && party === undefined) {
          party = land.party;
          ({ end } = land);
        }
      }
      push(start, end, {
        kind: named ? 'person' : 'office',
        ...(named && { name: nameText(from, to) }),
        office: officeText(office),
        role,
        ...(party && { party }),
        ...(party && party === office.party && before === undefined && !named && { inferred: true }),
      });
      return end;
    }

    /** , Mori Hanako, : a name of two parts or more, set off. */
    function isApposition(at: number): boolean {
      let from = at;
      for (let title = names.titles.at(tokens, from); title; title = names.titles.at(tokens, from)) from = title.end;
      const to = nameEnd(tokens, from, names);
      // of one part only with a comma on either side
      return (
        (to - from >= 2 || (to > from && tokens[to]?.key === ',')) &&
        (from > at || tokens[to]?.key === ',' || tokens[to] === undefined || !(tokens[to] as Token).cap)
      );
    }

    /** , member of the Council of the Coastal Party of Norway: the first country that the office is "of". */
    function ownerFrom(at: number): string | undefined {
      const of = names.links.values().next().value;
      for (let i = at; i < Math.min(tokens.length, at + OWNER); i++) {
        const land = names.terms.at(tokens, i);
        const before = names.articles.has(tokens[i - 1]?.key ?? '') ? i - 2 : i - 1;
        if (land && land.value.kind !== 'place' && tokens[before]?.key === of) return land.value.party;
      }
      return undefined;
    }

    function ofCountry(at: number): { party: string; end: number } | undefined {
      if (!names.links.has(tokens[at]?.key ?? '') || tokens[at]?.key !== names.links.values().next().value) return undefined;
      const from = names.articles.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
      const land = names.terms.at(tokens, from);
      return land && land.value.kind !== 'place' ? { party: land.value.party, end: land.end } : undefined;
    }

    function keepName(from: number, to: number): void {
      for (let i = from; i < to; i++) {
        const { key, cap } = tokens[i] as Token;
        if (cap && (key.length >= PART || isShortName(key))) known.add(key);
      }
    }

    /** Wu, Xi: not an initial, nor a small word of names. */
    function isShortName(key: string): boolean {
      return key.length === PART - 1 && !key.endsWith('.') && !names.particles.has(key) && !names.notNames.has(key);
    }

    function nameText(from: number, to: number): string {
      return text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end);
    }

    function officeText({ start, end }: Office): string {
      return text.slice((tokens[start] as Token).start, (tokens[end - 1] as Token).end);
    }

    function push(
      from: number,
      to: number,
      { inferred, ...mention }: { kind: Mention['kind']; name?: string; office?: string; role?: Role; party?: string; inferred?: boolean },
    ): void {
      const span: [number, number] = [(tokens[from] as Token).start, (tokens[to - 1] as Token).end];
      const { kind, ...rest } = mention;
      mentions.push({
        kind,
        text: text.slice(...span),
        span,
        ...rest,
        basis: inferred ? 'inferred' : 'stated',
        ...(inferred && { rule: 'mentions/office-of-one-party' }),
      });
    }
  }
}
