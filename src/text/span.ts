/** Half-open, in UTF-16 code units of one text: `start` is in it, `end` is not. */
export type Span = readonly [start: number, end: number];

/** The words at a span, sign for sign. */
export function quote(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/** Whether `inner` lies in `outer`, ends included. */
export function holds(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Whether two spans share at least one unit. */
export function overlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Where the first of these begins at `from` or after it; they must be in order. Their number where none does. */
export function firstFrom(items: readonly { readonly span: Span }[], from: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { readonly span: Span }).span[0] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span without white space at either end; empty spans stay where they start. */
export function trimmed(text: string, span: Span): Span {
  let [start, end] = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** White space in any script: tabs, line ends, no-break and ideographic spaces, zero-width spaces, byte order marks. */
export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f
  );
}
