/** Where nothing was found: names and topics written nearly so, of which there are statements. */
import type { Archive } from '../../archive/archive.ts';
import { TOPICS } from '../../record/topics.generated.ts';
import { searchForm } from '../../text/search-form.ts';

export interface Near {
  /** The whole question, with one word written otherwise. */
  readonly words: string;
  readonly total: number;
}

/** Names looked through, of each kind. */
const NAMES = 500;
const MOST = 4;

/** @param words as typed; phrases and exclusions have no near spelling. */
export async function nearSpellings(archive: Archive, words: string): Promise<Near[]> {
  const typed = words.trim().split(/\s+/).filter(Boolean);
  if (typed.length === 0 || typed.length > 6 || /["-]/.test(words)) return [];
  const known = await spellings(archive);
  const found: Near[] = [];
  for (const [i, word] of typed.entries()) {
    const { form } = searchForm(word);
    const near = known
      .map((name) => ({ name, apart: apart(form, searchForm(name).form) }))
      .filter(({ apart: steps }) => steps > 0 && steps <= allowed(form))
      .sort((a, b) => a.apart - b.apart || a.name.length - b.name.length)
      .slice(0, MOST);
    for (const { name } of near) {
      const asked = typed.with(i, name).join(' ');
      const { total } = await archive.search({ words: asked, limit: 1 });
      if (total > 0) found.push({ words: asked, total });
    }
  }
  return found.sort((a, b) => b.total - a.total).slice(0, MOST);
}

/** Of two signs either may be another word; of three and more one may be wrong, of seven and more two. */
function allowed(form: string): number {
  return form.length < 3 ? 0 : form.length < 7 ? 1 : 2;
}

async function spellings(archive: Archive): Promise<string[]> {
  const kinds = ['person', 'instrument', 'mechanism'] as const;
  const named = await Promise.all(kinds.map(async (kind) => (await archive.entities({ kind, limit: NAMES })).items.map(({ name }) => name)));
  const topics = Object.values(TOPICS).flatMap((topic) => Object.values(topic as Record<string, unknown>).filter((each) => typeof each === 'string'));
  return [...new Set([...named.flat(), ...(topics as string[])])];
}

/** How many signs must be changed, put in or taken out, or exchanged with their neighbour; more than 2 is told as 3. */
export function apart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return Math.min(3, row[other.length] as number);
}
