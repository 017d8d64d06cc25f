import type { Pack } from '../language/pack.ts';
import type { DateMention, Known } from '../record/reading.ts';
import { trimmed } from '../text/span.ts';
import { findDates } from './dates.ts';
import type { Outline } from './outline.ts';
import type { Stage } from './stage.ts';

export interface Publication {
  readonly title?: Known<string>;
  readonly published?: DateMention;
}

/** The page's title and its own date: the first day told in its dateline, or the day that was given. */
export function findPublication(text: string, outline: Outline, pack: Pack, given: { readonly published?: string }): Stage<Publication> {
  const titleNode = outline.nodes.find((node) => node.kind === 'title');
  const span = titleNode && (trimmed(text, titleNode.span) as [number, number]);
  const title: Known<string> | undefined = span && { value: text.slice(...span), basis: 'stated', span };
  let published: DateMention | undefined;
  for (const node of outline.nodes) {
    if (node.kind !== 'dateline') continue;
    const found = findDates(text.slice(...node.span), pack, {}).value.find((date) => /^\d{4}-\d\d-\d\d/.test(date.edtf ?? ''));
    if (!found) continue;
    published = { ...found, span: [found.span[0] + node.span[0], found.span[1] + node.span[0]] };
    break;
  }
  if (given.published && published?.edtf !== given.published)
    published = { edtf: given.published, text: '', span: [0, 0], basis: 'inferred', rule: 'publication/given' };
  return { value: { ...(title && { title }), ...(published && { published }) }, issues: [] };
}
