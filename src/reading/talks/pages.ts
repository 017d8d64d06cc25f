/** Whether a page can be an account of talks at all, by its title and its opening. */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { isBlank } from '../../text/span.ts';
import type { TalksWords } from './knowledge.ts';
import { afterBrackets, type Encounter, encounterNamed } from './telling/encounters.ts';

/** Signs of the opening that are looked at. */
const OPENING = 1500;
/** Signs behind the sentence of the talks in which the manner of an account shows. */
const MANNER = 2500;

/** A title of another kind of page: it ends in 声明, 略歴 … */
export function isOtherTitle(text: string, span: Span, words: TalksWords): boolean {
  const end = bareEnd(text, span);
  const { ends } = words.knowledge.otherPages;
  const title = text.slice(span[0], end);
  const named = encounterNamed(text, [span[0], end], words);
  // 会談及び共同記者会見: the page tells of both. 会談後の共同記者会見 is what its last word says.
  if (named && (named.span[1] === end || isBeside(text, named.span[1], words))) return false;
  // 大統領就任式への特使の派遣: an envoy is sent to meet people
  if (words.ceremonies.all(text, span[0], end).some((found) => found.end === end)) return false;
  if (ends.some((word) => title.endsWith(word))) return true;
  return words.otherHolds.has(text, span[0], span[1]);
}

/** Whether another thing is set beside what ends here. */
function isBeside(text: string, at: number, { knowledge }: TalksWords): boolean {
  return knowledge.otherPages.beside.some((word) => text.startsWith(word, at));
}

/** A headline of news: 西園総理、米大統領と会談. */
export function isHeadline(text: string, span: Span, words: TalksWords): boolean {
  const end = bareEnd(text, span);
  return words.headlines.all(text, span[0], end).some((found) => found.end >= end || ends(text.charCodeAt(found.end)));
}

function ends(unit: number): boolean {
  return isBlank(unit) || unit === 0x3001 || unit === 0x300c;
}

/** What opens and closes a remark. */
const REMARKS: ReadonlyMap<number, number> = new Map([
  [0x29, 0x28],
  [0x5d, 0x5b],
]);

/** Without remarks in brackets, dates and languages in them, and the mark that ends a quotation: 日露外相会談(概要), 日仏外相会談 [fr]. */
export function bareEnd(text: string, [start, end]: Span): number {
  let to = end;
  for (let n = 0; n < 3; n++) {
    // the strokes of a table
    while (to > start && (isBlank(text.charCodeAt(to - 1)) || text.charCodeAt(to - 1) === 0x7c)) to--;
    // 「某国との閣僚級協議」: quotation marks around the whole
    if (text.charCodeAt(to - 1) === 0x300d && text.charCodeAt(start) === 0x300c) to--;
    const close = fold(text.charCodeAt(to - 1));
    const opens = REMARKS.get(close);
    if (opens === undefined) return to;
    let open = to - 1;
    for (let depth = 1; open > start && depth > 0; ) {
      const unit = fold(text.charCodeAt(--open));
      if (unit === close) depth++;
      else if (unit === opens) depth--;
    }
    if (open <= start) return to;
    to = open;
  }
  return to;
}

/** The name of talks in a title or a heading, without what stands in brackets behind it if it has one there: 閣僚会合(「2+2」). */
export function talksNamed(text: string, span: Span, words: TalksWords): Encounter | undefined {
  const named = encounterNamed(text, [span[0], bareEnd(text, span)], words) ?? encounterNamed(text, span, words);
  // OECD環境大臣会合(環境政策委員会閣僚級会合)の結果: what they are called besides
  const first = named && encounterNamed(text, [span[0], named.span[0]], words);
  return first && fold(text.charCodeAt(first.span[1])) === OPEN && afterBrackets(text, first.span[1], span[1]) > named.span[1] ? first : named;
}

const OPEN = 0x28;

/** Between the name of talks and the word for what is told of them there are no more signs: 等の. */
const OF = 8;

/** Whether a title or a heading is the name of talks, of them and more, or of what is told of them or beside them: 日露外相会談の概要, 日露外相会談等(の結果), 日露外相会談及び共同記者会見. */
export function endsInTalks(text: string, span: Span, { span: [, to] }: Encounter, words: TalksWords): boolean {
  const end = bareEnd(text, span);
  return (
    to === end ||
    words.more.at(text, to, end)?.end === end ||
    isBeside(text, to, words) ||
    (end - to <= OF && words.announces.all(text, to, end).some((found) => found.end === end))
  );
}

/** Whether the text goes on as an account of talks does: …旨述べ, 両外相は. Only its beginning is looked at. */
export function hasManner(text: string, from: number, words: TalksWords, limit = text.length): boolean {
  return words.manner.has(text, from, Math.min(limit, from + MANNER));
}

/** Signs of transcripts and treaties in the opening. */
export function isOtherOpening(text: string, start: number, words: TalksWords): boolean {
  const end = Math.min(text.length, start + OPENING);
  if (words.otherBody.has(text, start, end)) return true;
  return words.asked.has(text, start, end) && !hasManner(text, start, words);
}

/** Signs of news in the opening. */
export function isNewsOpening(text: string, start: number, words: TalksWords): boolean {
  return words.news.all(text, start, Math.min(text.length, start + OPENING)).length >= 2;
}

/** Whether news has what it tells from those whom it names: from an office (大統領府によると), and not from somebody who travels along. */
export function isOpenlyTold(text: string, start: number, words: TalksWords): boolean {
  return !words.rumours.has(text, start, Math.min(text.length, start + OPENING));
}
