/** Running heads and feet, and numbers of pages: lines in the margins that say the same on several pages, or stand where those of the others do. */
import type { Line, PageLines } from './lines.ts';

/** The margins of a page in which running lines stand, as parts of its height; and how many lines of one may. */
const MARGIN = { part: 0.12, lines: 3 } as const;

/** @param usual size of the letters of the text. */
export function findFurniture(pages: readonly PageLines[], usual: number): ReadonlyMap<Line, 'header' | 'footer'> {
  const found = new Map<Line, 'header' | 'footer'>();
  const times = new Map<string, { readonly lines: Line[]; readonly pages: Set<number> }>();
  for (const [p, { lines, height }] of pages.entries()) {
    const byPlace = [...lines].sort((a, b) => a.y - b.y);
    const top = byPlace.slice(0, MARGIN.lines).filter(({ y }) => y < height * MARGIN.part);
    const bottom = byPlace.slice(-MARGIN.lines).filter(({ y }) => y > height * (1 - MARGIN.part));
    for (const [where, some] of [
      ['header', top],
      ['footer', bottom],
    ] as const)
      for (const line of some) {
        if (/^[\p{P}\s]*(?:\p{Nd}{1,4}|[ivxl]{1,6})(?:\s*[/\uff0f]\s*\p{Nd}{1,4})?[\p{P}\s]*$/u.test(line.text)) found.set(line, where);
        const key = `${where} ${line.text.replace(/\p{Nd}+/gu, '0').replace(/\s+/g, ' ')} ${Math.round(line.y / 8)}`;
        const same = times.get(key) ?? { lines: [], pages: new Set() };
        same.lines.push(line);
        same.pages.add(p);
        times.set(key, same);
      }
  }
  for (const [key, { lines, pages: on }] of times)
    if (on.size >= Math.max(2, Math.min(5, pages.length / 3)))
      for (const line of lines) found.set(line, key.startsWith('header') ? 'header' : 'footer');
  for (const line of inOnePlace(pages, usual, 'header', found)) found.set(line, 'header');
  for (const line of inOnePlace(pages, usual, 'footer', found)) found.set(line, 'footer');
  return found;
}

/** Heads that differ from page to page, as the name of a section does, are short, stand apart, and stand in the same place on most pages. */
const APART = { pages: 3, most: 0.6, gap: 1.8, larger: 1.05, wide: 0.7, place: 4 } as const;

function inOnePlace(pages: readonly PageLines[], usual: number, where: 'header' | 'footer', known: ReadonlyMap<Line, unknown>): readonly Line[] {
  if (pages.length < APART.pages) return [];
  const places = new Map<number, Line[]>();
  let written = 0;
  for (const { lines, height } of pages) {
    const inside = lines.filter((line) => !known.has(line));
    if (inside.length === 0) continue;
    written++;
    const side = where === 'header' ? 1 : -1;
    const depth = (line: Line) => (where === 'header' ? line.y : height - line.y);
    let [edge, next] = [inside[0] as Line, undefined as Line | undefined];
    for (const line of inside.slice(1)) {
      if ((line.y - edge.y) * side < 0) [next, edge] = [edge, line];
      else if (!next || (line.y - next.y) * side < 0) next = line;
    }
    const width = Math.max(...inside.slice(0, 1000).map(({ end }) => end)) - Math.min(...inside.slice(0, 1000).map(({ x }) => x));
    if (!next || !(depth(edge) < height * MARGIN.part) || (next.y - edge.y) * side < Math.max(next.size, edge.size) * APART.gap) continue;
    if (edge.size > usual * APART.larger || edge.end - edge.x > width * APART.wide) continue;
    const place = Math.round(edge.y / APART.place);
    const there = places.get(place);
    if (there) there.push(edge);
    else places.set(place, [edge]);
  }
  // A place that lies on the border of two is in either.
  return [...places].flatMap(([place, lines]) =>
    lines.length + (places.get(place - 1) ?? []).length + (places.get(place + 1) ?? []).length >= Math.max(APART.pages, written * APART.most)
      ? lines
      : [],
  );
}
