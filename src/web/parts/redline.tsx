/** What changed in the words: gone struck, new bold and underlined; changes of spelling and punctuation are not shown. */
import type { Row } from '../../desk/comparing/compare.ts';

type Stretch = Pick<NonNullable<Row['before']>, 'span'> | undefined;

const plain = (words: string) => words.replace(/\s+/g, ' ');

export function Redline({
  row,
  was,
  now,
  languages,
}: {
  row: { readonly pieces?: Row['pieces']; readonly before?: Stretch; readonly after?: Stretch };
  was: string;
  now: string;
  languages: readonly [string, string];
}) {
  if (!row.pieces)
    return (
      <>
        {row.before && <q lang={languages[0]}>{plain(was.slice(...row.before.span))}</q>}
        {row.before && row.after && <br />}
        {row.after && <q lang={languages[1]}>{plain(now.slice(...row.after.span))}</q>}
      </>
    );
  return (
    <q lang={row.after ? languages[1] : languages[0]}>
      {row.pieces.map((piece) => {
        if (piece.kind === 'kept') return plain(now.slice(...piece.after));
        return piece.kind === 'gone' ? <del>{plain(was.slice(...piece.before))}</del> : <ins>{plain(now.slice(...piece.after))}</ins>;
      })}
    </q>
  );
}
