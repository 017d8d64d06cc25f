import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

const rows: [cells: Parameters<typeof csvLine>[0], line: string][] = [
  [['a', 'b', 1, true, undefined], 'a,b,1,true,'],
  [['両外相は、「一致」した。'], '両外相は、「一致」した。'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
  [['=HYPERLINK("http://evil.example")', '+1', '-1', '@x', '\tx', -1], `"'=HYPERLINK(""http://evil.example"")",'+1,'-1,'@x,'\tx,-1`],
];
test.each(rows)('%j', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`));
