/** What stands on a page around its text: navigation, captions, links back, footers. By markup and by words. */
import { compiled, type Section } from '../../language/pack.ts';
import { anyOf } from '../../text/any-of.ts';
import { folded } from '../../text/fold.ts';
import type { Raw } from './raw.ts';
import { isDated, isNamed } from './title.ts';
import type { Words } from './words.ts';

const all = (words: readonly string[]) => words.map(folded);
/** Without brackets, blanks and a colon: 【 関連リンク 】 */
const bare = (words: string) => words.replace(/[【】<>:\s]/g, '');

const wordsOf = compiled((knowledge: Section<'furniture'>) => ({
  opens: anyOf(all(knowledge.opens)),
  whole: new Set(all(knowledge.whole)),
  holds: anyOf(all(knowledge.holds)),
  links: anyOf(all(knowledge.links ?? [])),
  closes: anyOf(all(knowledge.closes)),
  lists: new Set(all(knowledge.lists).map(bare)),
  captions: anyOf(all(knowledge.captions ?? [])),
  pictures: all(knowledge.pictures ?? []),
  images: all(knowledge.images ?? []),
}));

/** This share of a line inside links makes it a list of links. */
const LINKED = 0.6;
/** Longer lines are text; an end like "へ戻る" tells only of short ones. */
const LONGEST = 200;
const SHORT = 40;
const LABELS = 80;
const WORD = /[\p{L}\p{N}]/u;
/** The words under a picture are no longer. */
const CAPTION = 70;

/** For each line, whether it is furniture. */
export function findFurniture(raws: readonly Raw[], outline: Words | undefined, knowledge: Section<'furniture'> | undefined): boolean[] {
  const words = knowledge && wordsOf(knowledge);
  let listing = false;
  /** What the words behind the one for a picture in the line above say of it. */
  let shown: string | undefined;
  return raws.map((raw) => {
    const above = shown;
    shown = words && shownIn(raw, words);
    if (above !== undefined && shown === undefined && isShown(raw, above) && !(outline && isDated(raw, outline))) return true;
    const heading = raw.block?.kind === 'heading';
    const numbered = raw.marks.some(({ style }) => style !== 'bullet');
    if (words?.lists.has(bare(raw.words))) {
      listing = true;
      return true;
    }
    if (raw.stopped || heading || numbered) listing = false;
    return listing || byMarkup(raw) || (words !== undefined && byWords(raw, words));
  });
}

/** What a line says of a picture behind the word for one: (写真)首脳会談, 画像2; undefined where it is no such line. */
function shownIn({ words, marks }: Raw, { images }: ReturnType<typeof wordsOf>): string | undefined {
  if (marks.some(({ style }) => style !== 'bullet')) return undefined;
  const bare = words.replace(/^[(【[]/, '');
  const image = images.find((one) => bare.startsWith(one));
  const rest = image === undefined ? undefined : /^\d{0,2}\s*(?:[)】\]]\s*|$)(.*)/.exec(bare.slice(image.length));
  return rest?.[1];
}

/** Whether the line below a picture tells what it shows: the line says the same, or the one above nothing. */
function isShown({ words, marks, stopped, block }: Raw, above: string): boolean {
  if (stopped || marks.length > 0 || block?.kind === 'heading' || words.length > CAPTION) return false;
  return above === '' || words === above || words.startsWith(above) || above.startsWith(words);
}

/**
 * The same with what else stands among the pictures that a page has between its day and its first sentence: right below the words under one, a
 * line that names nothing of its own tells of another (両外相による共同記者発表).
 */
export function amongPictures(
  raws: readonly Raw[],
  furniture: readonly boolean[],
  outline: Words,
  knowledge: Section<'furniture'> | undefined,
): readonly boolean[] {
  const day = knowledge?.captions ? raws.findIndex((raw) => isDated(raw, outline)) : -1;
  if (!knowledge || day < 0) return furniture;
  const words = wordsOf(knowledge);
  const result = [...furniture];
  let below = false;
  for (let i = day + 1; i < raws.length; i++) {
    const raw = raws[i] as Raw;
    if (raw.stopped || raw.marks.length > 0) break;
    if (below && raw.words.length <= CAPTION && raw.block?.kind !== 'heading' && !isNamed(raw, outline)) result[i] = true;
    else below = isCaption(raw, words);
  }
  return result;
}

function isCaption({ words, marks, stopped }: Raw, { captions }: ReturnType<typeof wordsOf>): boolean {
  return words.length <= CAPTION && !stopped && marks.length === 0 && captions.in(words);
}

function byMarkup({ block, stopped }: Raw): boolean {
  if (!block) return false;
  if (block.region === 'navigation' || block.region === 'footer' || block.region === 'aside') return true;
  if (block.region === 'header' && block.level !== 1) return true;
  if (block.kind === 'caption') return true;
  return (block.linked ?? 0) >= LINKED && block.kind !== 'heading' && !stopped;
}

function byWords(raw: Raw, known: ReturnType<typeof wordsOf>): boolean {
  const { words, marks, stopped } = raw;
  const { opens, whole, holds, links, closes } = known;
  if (words.length > LONGEST) return false;
  const numbered = marks.some(({ style }) => style !== 'bullet');
  if ((whole.has(words) && !numbered) || (marks.length === 0 && !WORD.test(words))) return true;
  if (marks.length === 0) {
    if (/^[\s|>\u300b\u00bb/・-]*$/.test(words)) return true;
    // トップページ  会談・訪問  …: labels side by side
    if (words.length <= LABELS && !stopped) {
      const [first, second] = words.split(/[\s|>\u00bb]+/, 2);
      // "Readout of …" is no label beside another
      if (second !== undefined && whole.has(first as string) && (whole.has(second) || !/^[a-z]/i.test(second))) return true;
    }
  }
  return (
    opens.begins(words) ||
    holds.in(words) ||
    (!stopped && !numbered && links.in(words)) ||
    (words.length <= SHORT && closes.ends(words)) ||
    isCaption(raw, known) ||
    (!stopped && marks.length === 0 && isOfPictures(words, known))
  );
}

/** 大統領と握手する総理の写真 首脳会談の写真1: a line in which the words for a picture end, or for one of several. */
function isOfPictures(words: string, { pictures }: ReturnType<typeof wordsOf>): boolean {
  return pictures.some((end) => {
    for (let at = words.indexOf(end); at >= 0; at = words.indexOf(end, at + 1))
      if (/^\d{0,2}(?:\s|$)/.test(words.slice(at + end.length))) return true;
    return false;
  });
}
