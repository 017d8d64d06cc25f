/** The source as it stands on its page: the outline's own order and numbers, furniture folded away, nothing left out. */
import { html, type Markup } from '../../drawing/markup.ts';
import { afterNumber, type Part } from '../../drawing/parts.ts';
import type { Voice } from '../../language/voice.ts';
import type { OutlineNode, Reading, Statement } from '../../record/reading.ts';
import type { Inline } from './inline.ts';

const ADDRESS = html` class="address"`;

export function sourceOf(part: Part, reading: Reading, inline: Inline, voice: Voice): Markup {
  const { text } = reading.document;
  const links = numberLinks(reading.statements);
  const out: Markup[] = [];
  const furniture: (readonly [number, number])[] = [];
  let at = part.span[0];
  const gap = (to: number) => {
    if (to > at && text.slice(at, to).trim() !== '') out.push(paragraph([at, to]));
  };
  for (const node of part.nodes) {
    if (node.kind === 'furniture') {
      gap(node.span[0]);
      furniture.push(node.span);
    } else {
      gap(node.span[0]);
      if (node.kind !== 'title') out.push(block(node));
    }
    at = Math.max(at, node.span[1]);
  }
  gap(part.span[1]);
  if (furniture.length > 0)
    out.push(
      html`<details class="furn"><summary>${voice.label('furniture')}</summary>${furniture.map((span) => html`<p>${inline.words(trim(text, span))}</p>`)}</details>`,
    );
  return html`<div class="src" lang="${reading.document.language}">${out}</div>`;

  /** A web address is one long word: lines with it are not stretched. */
  function paragraph(span: readonly [number, number]): Markup {
    return html`<p${text.slice(...span).includes('://') && ADDRESS}>${inline.words(span)}</p>`;
  }

  function block(node: OutlineNode): Markup {
    if (node.children.length > 0) return html`<div class="${node.kind === 'item' ? 'kids' : 'group'}">${held(node)}</div>`;
    const span = trim(text, node.span);
    if (node.kind === 'heading') return html`<h2>${inline.words(span)}</h2>`;
    if (node.kind === 'dateline') return html`<p class="dateline">${inline.words(span)}</p>`;
    const words = afterNumber(text, span, node.number);
    if (node.kind !== 'item' || words === span[0]) return paragraph(span);
    const target = links.get(node.path);
    const number = inline.words([span[0], words]);
    return html`<div class="it"><span class="n">${target ? html`<a href="#s-${target}" tabindex="-1">${number}</a>` : number}</span><span>${inline.words([words, span[1]])}</span></div>`;
  }

  function held(node: OutlineNode): Markup[] {
    const out: Markup[] = [];
    let at = node.span[0];
    const gap = (to: number) => {
      const span = trim(text, [at, to]);
      if (span[1] > span[0]) out.push(paragraph(span));
    };
    for (const child of node.children) {
      gap(child.span[0]);
      if (child.kind === 'furniture') out.push(html`<p class="furn">${inline.words(trim(text, child.span))}</p>`);
      else out.push(block(child));
      at = Math.max(at, child.span[1]);
    }
    gap(node.span[1]);
    return out;
  }
}

/** The first statement of each place, which its number in the text leads to. */
function numberLinks(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const each of statements) if (!links.has(each.path)) links.set(each.path, each.id);
  return links;
}

function trim(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  let [a, b] = [start, end];
  while (a < b && /[\r\n]/.test(text[a] as string)) a++;
  while (b > a && /\s/.test(text[b - 1] as string)) b--;
  return [a, b];
}
