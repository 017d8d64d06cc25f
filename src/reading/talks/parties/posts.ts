/** In which country the mission sits that a page is of, or to which an ambassador from abroad is sent. */
import type { Span } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import type { Page } from '../page.ts';

/** Signs at either end of the text that are looked at: who signs the page stands there. */
const EDGE = 400;

/**
 *   > ボルギン駐日ロシア大使     > 在ブラジル日本国大使館     none: 駐仏大使, whose own country is not written
 *     　　　　　＾                 　＾＾＾＾
 *
 * An ambassador of the home of the language may as well call on people at home, before leaving: only the mission tells.
 * @returns the one country, where the given words and the ends of the page tell of no second.
 */
export function postOf(page: Page, spans: readonly (Span | undefined)[], own: string): string | undefined {
  const { length } = page.text;
  const found = new Set<string>(page.seat && page.seat !== own ? [page.seat] : []);
  for (const span of [...spans, [0, Math.min(EDGE, length)] as Span, [Math.max(0, length - EDGE), length] as Span])
    if (span) collect(page, span, own, found);
  return found.size === 1 ? [...found][0] : undefined;
}

function collect({ text, names, words }: Page, [start, end]: Span, own: string, found: Set<string>): void {
  for (let i = start; i < end; i++) {
    const sent = names.terms.at(text, i, end);
    if (!sent?.value.accredited || sent.end > i + 1) continue;
    const host = names.terms.at(text, sent.end, end);
    const party = host?.value.country ?? names.signs.get(text.charCodeAt(sent.end));
    if (!party || party === own) continue;
    const to = host?.value.country ? host.end : sent.end + 1;
    const sender = names.terms.at(text, names.states.at(text, to, end)?.end ?? to, end);
    if (sender?.value.country === own && (own !== words.knowledge.publishes || words.missions.at(text, sender.end, end))) found.add(party);
  }
}

/** 駐日臨時代理大使, 次期駐日大使: an office by which somebody is sent to a country, by whichever other. */
export function isSentTo(office: string, party: string, names: Names): boolean {
  for (let i = 0; i < office.length; i++) {
    const sent = names.terms.at(office, i);
    if (!sent?.value.accredited) continue;
    return (names.terms.at(office, sent.end)?.value.country ?? names.signs.get(office.charCodeAt(sent.end))) === party;
  }
  return false;
}
