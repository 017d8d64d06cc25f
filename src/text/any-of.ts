/**
 * A list of words that a line may hold just as they are written, nothing folded. Most lines hold none, so a line is gone through once for the
 * whole list: its signs say which of the words could stand where.
 */
export interface AnyOf {
  readonly words: readonly string[];
  begins(line: string): boolean;
  ends(line: string): boolean;
  in(line: string): boolean;
}

/** @param words none of them empty. */
export function anyOf(words: readonly string[]): AnyOf {
  const byFirst = grouped(words, (word) => word.charCodeAt(0));
  const byLast = grouped(words, (word) => word.charCodeAt(word.length - 1));

  function startsAt(line: string, at: number): boolean {
    const some = byFirst[line.charCodeAt(at) & FEW];
    if (some === undefined) return false;
    for (const word of some) if (line.startsWith(word, at)) return true;
    return false;
  }

  return {
    words,
    begins: (line) => line.length > 0 && startsAt(line, 0),
    ends(line) {
      const some = line.length === 0 ? undefined : byLast[line.charCodeAt(line.length - 1) & FEW];
      if (some !== undefined) for (const word of some) if (line.endsWith(word)) return true;
      return false;
    },
    in(line) {
      for (let i = 0; i < line.length; i++) if (startsAt(line, i)) return true;
      return false;
    },
  };
}

/** Signs are told apart by their last bits: enough for lists of some dozens. */
const FEW = 255;

function grouped(words: readonly string[], unit: (word: string) => number): readonly (readonly string[] | undefined)[] {
  const groups: (string[] | undefined)[] = Array.from({ length: FEW + 1 }, () => undefined);
  for (const word of words) {
    const at = unit(word) & FEW;
    const some = groups[at];
    if (some) some.push(word);
    else groups[at] = [word];
  }
  return groups;
}
