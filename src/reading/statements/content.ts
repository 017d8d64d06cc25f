/**
 * What was said, without what only leads to it.
 *
 *   > ロペス大臣に対し、｜支援を続ける｜旨述べた     > 「｜支援に｜感謝する。今後も｜…」と述べた     > これに対し謝意を述べた
 *     to whom                                        a mark without its other                     nothing
 */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act, Mention } from '../../record/reading.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import { firstFrom, isBlank, type Span } from '../../text/span.ts';
import { afterBrackets } from '../speakers/framing.ts';
import { speakersOf } from '../speakers/knowledge.ts';

/** @param mentions in order; @returns undefined where nothing is left. */
export function saidIn(text: string, span: Span, act: Act, mentions: readonly Mention[], pack: Pack): Span | undefined {
  // 某大統領に対し、日本を訪問するよう招待した: whoever is asked is the one who is to do it
  const asks = ACTS[act].family === 'asking';
  const [start, end] = marked(text, asks ? span : behindAddressee(text, span, mentions, pack));
  const speakers = speakersOf(pack);
  // …から、謝意を述べ: a comma is nothing that was said, nor is これに対し
  const last = end > start && isComma(text.charCodeAt(end - 1)) ? end - 1 : end;
  return last <= start || speakers?.replies.at(text, start, end)?.end === last ? undefined : [start, end];
}

/** ロペス大臣に対し、: to whom it is said, set off by a comma. To whom something is given is a country or a body, and stays. */
function behindAddressee(text: string, [start, end]: Span, mentions: readonly Mention[], pack: Pack): Span {
  const to = mentions[firstFrom(mentions, start)];
  if (!to || to.span[0] !== start || to.span[1] > end || (to.kind !== 'person' && to.kind !== 'office')) return [start, end];
  const said = speakersOf(pack)?.addressed.at(text, afterBrackets(text, to.span[1], end), end);
  if (!said || !isComma(text.charCodeAt(said.end)) || said.end + 1 >= end) return [start, end];
  let from = said.end + 1;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  return [from, end];
}

/** Without a mark of quotation whose other stands outside. */
function marked(text: string, [start, end]: Span): Span {
  const opens: number[] = [];
  let unopened = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit)) opens.push(i);
    else if (isQuoteEnd(unit)) unopened = opens.pop() === undefined && i === end - 1;
  }
  const from = opens[0] === start ? start + 1 : start;
  let to = unopened ? end - 1 : end;
  while (unopened && to > from && isStop(text.charCodeAt(to - 1))) to--;
  return [from, to];
}
