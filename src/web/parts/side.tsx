import { raw } from 'hono/html';
import type { Side } from '../../desk/held.ts';
import { mark } from '../../drawing/marks.ts';
import type { Markup } from '../../drawing/markup.ts';
import type { Side as Drawn } from '../../drawing/sides.ts';

/** Markup of `drawing` or `publishing`, which is safe by construction, inside a page. */
export function Put({ markup }: { markup: Markup | undefined }) {
  return <>{markup ? raw(markup.value) : ''}</>;
}

export function drawn(side: Side): Drawn {
  return side === 'unknown' ? 'none' : side;
}

/** The mark of a side; a word stands beside it wherever it is used. */
export function Mark({ side, inferred }: { side: Drawn; inferred?: boolean }) {
  return <Put markup={mark(side, inferred)} />;
}

export function Hatch() {
  return <span class="hatch" aria-hidden="true" />;
}
