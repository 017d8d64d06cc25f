import { expect, test } from 'vitest';
import { missedIn } from './endings.ts';

const rows: [what: string, names: string[], missed: string[]][] = [
  ['documents in other formats, whatever they are', ['a.html', 'b.xlsx', 'c.hwp', 'sub/README'], ['b.xlsx', 'c.hwp', 'sub/README']],
  ['nothing where all is read', ['a.html', 'b.pdf', 'c.zip'], []],
  ['not what belongs to a saved page', ['a.html', 'a_files/photo.jpg', 'a_files/style.css', 'b.files/photo.jpg'], ['b.files/photo.jpg']],
  ['not what systems and browsers put beside', ['.DS_Store', '__MACOSX/x.doc', 'Thumbs.db', 'style.css', 'x/.git/config', 'logo.svg'], []],
];
test.each(rows)('of an archive one may miss: %s', (_, names, missed) => expect(missedIn(names)).toEqual(missed));
