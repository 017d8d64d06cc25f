/**
 * Taking sentences apart where the predicate stands last and bends after its stem (Japanese, Korean).
 *
 *   > 両外相は協力を進めることで一致し、意見交換を行った。
 *     　　　　　　　　　　　　　　＾＾＾　＾＾＾＾
 *     stem 一致, bend suspended, link comma; 意見交換, bend noun, link object
 *
 * Why this is code: which reading of a stem counts depends on what follows its ending.
 */
import { fold } from '../../text/fold.ts';
import { isQuoteEnd } from '../../text/quotes.ts';
import { isBlank } from '../../text/span.ts';
import type { Section } from '../pack.ts';
import { makeScanner, type Scanner } from '../scan.ts';

export type Bend = 'suspended' | 'continuing' | 'past' | 'present' | 'passive' | 'desire' | 'negative' | 'nominal' | 'noun';

/** How a predicate hangs on what follows it. */
export type Link = 'end' | 'comma' | 'connector' | 'complement' | 'object' | 'join' | 'attributive';

export interface Predicate<V> {
  readonly start: number;
  /** End of the stem. */
  readonly stem: number;
  /** End of the ending: what follows belongs to something else. */
  readonly end: number;
  readonly bend: Bend;
  readonly link: Link;
  /** After the comma, connector, complementiser or particle that makes the link. */
  readonly next: number;
  /** The connector, complementiser or particle itself. */
  readonly by: string;
  readonly value: V;
}

export interface Word<V> {
  readonly word: string;
  readonly form: string;
  readonly value: V;
}

interface Form {
  readonly endings: Scanner<Bend>;
  readonly bare: boolean;
  readonly noun: boolean;
  readonly nominal: boolean;
}

const BENDS = ['suspended', 'continuing', 'past', 'present', 'passive', 'desire', 'negative'] as const;
/** A bracketed remark longer than this is not stepped over. */
const REMARK = 200;

export interface HeadFinal<V> {
  /** Every word of the vocabulary that bends as its form allows, from left to right, none overlapping. */
  find(text: string, start: number, end: number): Predicate<V>[];
}

/** @throws Error where a word names a form that the knowledge does not have. */
export function makeHeadFinal<V>(knowledge: Section<'clauses'>, words: Iterable<Word<V>>): HeadFinal<V> {
  const forms = new Map<string, Form>();
  for (const [name, form] of Object.entries(knowledge.forms)) {
    const endings: [string, Bend][] = [];
    let bare = false;
    for (const bend of BENDS)
      for (const ending of form[bend] ?? []) {
        if (ending === '') bare = true;
        else endings.push([ending, bend]);
      }
    forms.set(name, { endings: makeScanner(endings), bare, noun: form.noun ?? false, nominal: form.nominal ?? false });
  }

  const entries = new Map<string, { form: Form; value: V }[]>();
  for (const { word, form: name, value } of words) {
    const form = forms.get(name);
    if (!form) throw new Error(`clauses.yaml has no form "${name}", which "${word}" needs; forms are ${[...forms.keys()].join(', ')}`);
    const list = entries.get(word);
    if (list) list.push({ form, value });
    else entries.set(word, [{ form, value }]);
  }
  const stems = makeScanner(entries);
  const links = makeScanner<Link>([
    ...knowledge.complementisers.map((word): [string, Link] => [word, 'complement']),
    ...knowledge.connectors.map((word): [string, Link] => [word, 'connector']),
  ]);
  const nounLinks = makeScanner<Link>([
    ...knowledge.objects.map((word): [string, Link] => [word, 'object']),
    ...knowledge.joins.map((word): [string, Link] => [word, 'join']),
  ]);

  const hearsay = makeScanner((knowledge.hearsay ?? []).map((word): [string, true] => [word, true]));
  const closings = makeScanner((knowledge.closings ?? []).map((word): [string, true] => [word, true]));
  const auxiliaries = makeScanner((knowledge.auxiliaries ?? []).map((word): [string, true] => [word, true]));

  function bendAt(text: string, form: Form, stem: number, start: number, limit: number): { bend: Bend; end: number } | undefined {
    const ending = form.endings.at(text, stem, limit);
    const end = ending?.value === 'suspended' || (!ending && form.bare) ? severedAt(text, ending?.end ?? stem, limit) : undefined;
    if (end !== undefined) return { bend: 'past', end };
    if (ending) return { bend: ending.value, end: ending.end };
    const after = stem < limit ? text.charCodeAt(stem) : -1;
    // 意向を伝え｜シルバ大臣から: a name, and no comma before it; したい旨述べ｜会談を終えた
    if (form.bare && (after < 0 || isComma(after) || isBlank(after) || isKatakana(after) || closings.at(text, stem, limit)))
      return { bend: 'suspended', end: stem };
    if (form.nominal && (stops(text, stem, limit) || isAttached(text, stem, limit))) return { bend: 'nominal', end: stem };
    if (
      form.nominal &&
      (isComma(after) || isRemarked(text, stem, limit)) &&
      start > 0 &&
      (isParticle(text.charCodeAt(start - 1)) || knowledge.reporting?.some((word) => text.endsWith(word, start))) &&
      !knowledge.adnominal.some((word) => text.endsWith(word, start))
    )
      return { bend: 'nominal', end: stem };
    if (form.noun) return { bend: 'noun', end: stem };
    return undefined;
  }

  function linkAt(text: string, bend: Bend, end: number, limit: number): { link: Link; next: number; by: string } {
    let at = end;
    while (at < limit && isBlank(text.charCodeAt(at))) at++;
    const opens = at < limit ? fold(text.charCodeAt(at)) : -1;
    if (opens === 0x28 && bend !== 'noun') at = closing(text, at, limit);
    if (at > end && bend === 'nominal') at += knowledge.opened?.find((word) => text.startsWith(word, at))?.length ?? 0;
    const quoted = afterQuote(text, at, limit);
    const closer = quoted > at ? links.at(text, quoted, limit) : undefined;
    if (closer?.value === 'complement') return { link: 'complement', next: closer.end, by: text.slice(quoted, closer.end) };
    if (bend !== 'noun') at = afterHearsay(text, at, limit);
    if (at >= limit || isStop(text.charCodeAt(at))) return { link: 'end', next: at, by: '' };
    if (isComma(text.charCodeAt(at))) {
      // …で確認された、…について議論し: what was done to it, told of a noun
      const link = bend === 'noun' || (bend === 'passive' && knowledge.relative.some((word) => text.endsWith(word, end))) ? 'attributive' : 'comma';
      return { link, next: at + 1, by: '' };
    }
    if (bend === 'noun' || bend === 'nominal') {
      const found = nounLinks.at(text, at, limit);
      if (found) return { link: found.value, next: found.end, by: text.slice(at, found.end) };
    }
    if (bend !== 'noun') {
      const found = links.at(text, at, limit);
      if (found && !(bend === 'suspended' && found.value === 'connector'))
        return { link: found.value, next: found.end, by: text.slice(at, found.end) };
      if (bend === 'continuing' || (bend === 'suspended' && (goesOn(text, end, limit) || isBegun(text, end, limit))))
        return { link: 'comma', next: at, by: '' };
    }
    return { link: 'attributive', next: at, by: '' };
  }

  /** 一致した｜という。: behind what tells, at the end of a sentence or before a comma, that it is from others. */
  function afterHearsay(text: string, at: number, limit: number): number {
    const heard = hearsay.at(text, at, limit);
    return heard && (heard.end >= limit || isStop(text.charCodeAt(heard.end)) || isComma(text.charCodeAt(heard.end))) ? heard.end : at;
  }

  /** 一致し｜ ました: the end of a word behind a blank. */
  function severedAt(text: string, at: number, limit: number): number | undefined {
    if (at + 1 >= limit || !isBlank(text.charCodeAt(at))) return undefined;
    const word = knowledge.severed?.find((one) => text.startsWith(one, at + 1));
    return word === undefined ? undefined : at + 1 + word.length;
  }

  /** …を発出｜(PDF)別ウィンドウで開く: nothing but what is attached follows. */
  function isAttached(text: string, at: number, limit: number): boolean {
    if (at >= limit || fold(text.charCodeAt(at)) !== 0x28) return false;
    let after = closing(text, at, limit);
    if (after === at || !knowledge.enclosed?.some((word) => text.slice(at, after).includes(word))) return false;
    const opened = knowledge.opened?.find((word) => text.startsWith(word, after));
    if (opened) after += opened.length;
    return after >= limit || isStop(text.charCodeAt(after));
  }

  /** 表明して｜会談を終えた; not 表明して｜いる. */
  function goesOn(text: string, end: number, limit: number): boolean {
    return knowledge.linking?.some((word) => text.endsWith(word, end)) === true && !auxiliaries.at(text, end, limit);
  }

  /** 意見交換を行い｜連携を確認した: what follows is a word of its own; not 話し｜合い. */
  function isBegun(text: string, end: number, limit: number): boolean {
    const next = text.charCodeAt(end);
    const ends = () => knowledge.suspending?.some((word) => text.endsWith(word, end)) === true;
    return isKatakana(next) || (isLetter(next) && ends() && !auxiliaries.at(text, end, limit));
  }

  function find(text: string, start: number, end: number): Predicate<V>[] {
    const result: Predicate<V>[] = [];
    let at = start;
    while (at < end) {
      let stem = stems.at(text, at, end);
      let best: { bend: Bend; stem: number; end: number; value: V } | undefined;
      // a shorter stem counts where the longer one does not bend: 話し合い・ました
      while (stem && (!best || best.bend === 'noun')) {
        if (!(stem.end - stem.start === 1 && at > start && isLetter(text.charCodeAt(at - 1))) || follows(text, result.at(-1), at)) {
          for (const { form, value } of stem.value) {
            const bent = bendAt(text, form, stem.end, at, end);
            // 話し合い・が: what a particle of nouns follows is the noun
            const verbal = bent?.end === best?.end && best?.bend === 'noun' && bent?.bend !== 'noun' && !nounLinks.at(text, bent?.end ?? end, end);
            if (bent && (!best || bent.end > best.end || verbal)) best = { bend: bent.bend, end: bent.end, stem: stem.end, value };
          }
        }
        stem = stem.end - at > 1 ? stems.at(text, at, stem.end - 1) : undefined;
      }
      if (!best) {
        at++;
        continue;
      }
      const { link, next, by } = linkAt(text, best.bend, best.end, end);
      result.push({ start: at, stem: best.stem, end: best.end, bend: best.bend, value: best.value, link, next, by });
      at = Math.max(best.end, at + 1);
    }
    return result;
  }

  return { find };
}

/** After the bracket that closes the one at `at`; `at` itself where none does within reach. */
function closing(text: string, at: number, limit: number): number {
  let depth = 0;
  const end = Math.min(limit, at + REMARK);
  for (let i = at; i < end; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit === 0x28) depth++;
    else if (unit === 0x29 && --depth === 0) {
      let next = i + 1;
      while (next < limit && isBlank(text.charCodeAt(next))) next++;
      return next;
    }
  }
  return at;
}

/** After the bracket that ends a quotation, 。」と: `at` itself where none does. */
function afterQuote(text: string, at: number, limit: number): number {
  const bracket = at < limit && text.charCodeAt(at) === 0x3002 ? at + 1 : at;
  const unit = bracket < limit ? text.charCodeAt(bracket) : -1;
  return isQuoteEnd(unit) ? bracket + 1 : at;
}

/** 新設を歓迎｜(座長は某氏)。: a remark stands between the noun and the end of its sentence. */
function isRemarked(text: string, at: number, limit: number): boolean {
  if (at >= limit || fold(text.charCodeAt(at)) !== 0x28) return false;
  const after = closing(text, at, limit);
  return after > at && (after >= limit || text.charCodeAt(after) === 0x3002);
}

/** Whether a sentence may end here: not before a bracket that closes in its midst, …(次官級協議)を開催. */
function stops(text: string, at: number, limit: number): boolean {
  let after = at;
  while (after < limit && closes(text.charCodeAt(after))) after++;
  if (after >= limit) return true;
  const unit = text.charCodeAt(after);
  return isStop(unit) || (after > at && isBlank(unit));
}

/** ) ） 」 』 */
function closes(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09 || isQuoteEnd(unit);
}

/** 、 ， , */
export function isComma(unit: number): boolean {
  return unit === 0x3001 || unit === 0xff0c || unit === 0x2c;
}

/** 。 ． . ！ ？ ! ? and closing brackets, or the end of the text (-1). */
export function isStop(unit: number): boolean {
  return (
    unit < 0 ||
    unit === 0x3002 ||
    unit === 0xff0e ||
    unit === 0x2e ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x29 ||
    unit === 0xff09 ||
    isQuoteEnd(unit) ||
    unit === 0xff61 ||
    unit === 0x0a
  );
}

/** 発言・あり: right behind a noun of the vocabulary, and in other letters than it. */
function follows(text: string, before: { readonly end: number; readonly bend: Bend } | undefined, at: number): boolean {
  return before?.end === at && before.bend === 'noun' && !isLetter(text.charCodeAt(at));
}

/** Han and katakana. A word of one sign right after such a letter is most likely part of a longer word: 指示, 実行. */
export function isLetter(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || unit === 0x3005;
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fa;
}

function isParticle(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}
