/**
 * The same thing told twice in one document: points and lede against the body, and one place of the body against another.
 *
 * 1 only statements of one act, the same speakers and the same talks restate each other; 2 the later one names the earlier; 3 これに同意した: an answer
 * that says nothing of its own is told again only of the summary;
 * 4 time stays linear: where a group is large only equal words are compared.
 */
import type { Statement } from '../record/reading.ts';
import { fold } from '../text/fold.ts';

/** Share of common pairs of signs (Sørensen–Dice) from which two contents tell the same. */
const ALIKE = 0.55;
const LARGE = 60;
/** Of an answer, what was said has at least so many letters where it says something of its own. */
const OWN = 6;

export function linkRestatements(text: string, statements: readonly Statement[]): void {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.talks} ${statement.act} ${statement.speakers.map(({ party }) => party).join('+')}`;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const contents = group.map((statement) => letters(text, statement));
    if (group.length > LARGE) linkEqual(group, contents);
    else linkAlike(group, contents);
  }
}

function linkAlike(group: readonly Statement[], contents: readonly string[]): void {
  const pairs = contents.map(pairsOf);
  for (let i = 1; i < group.length; i++) {
    const later = group[i] as Statement;
    const earlier: string[] = [];
    for (let j = 0; j < i; j++) {
      const first = group[j] as Statement;
      if (first.path === later.path || (isBare(later, contents[i] as string) && !isSummary(first))) continue;
      if (dice(pairs[i] as Set<string>, pairs[j] as Set<string>) >= ALIKE) earlier.push(first.id);
    }
    if (earlier.length > 0) later.restates = earlier;
  }
}

function linkEqual(group: readonly Statement[], contents: readonly string[]): void {
  const first = new Map<string, Statement>();
  group.forEach((statement, i) => {
    const content = contents[i] as string;
    const earlier = first.get(content);
    if (!earlier) first.set(content, statement);
    else if (earlier.path !== statement.path && (!isBare(statement, content) || isSummary(earlier))) statement.restates = [earlier.id];
  });
}

/** これに同意した: an answer, which says nothing of its own. */
function isBare({ repliesTo, content }: Statement, letters: string): boolean {
  return repliesTo !== undefined && (content === undefined || letters.length < OWN);
}

function isSummary({ path }: Statement): boolean {
  return path === 'lede' || path.startsWith('points');
}

/** The letters of what was said, folded: no marks, no white space, no digits of points. */
function letters(text: string, statement: Statement): string {
  const [start, end] = statement.content ?? statement.span;
  let result = '';
  for (let i = start; i < end && result.length < 400; i++) {
    const unit = fold(text.charCodeAt(i));
    if (unit < 0x41 || (unit >= 0x3000 && unit <= 0x303f)) continue;
    result += String.fromCharCode(unit);
  }
  return result;
}

function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
