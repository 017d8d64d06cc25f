/** Room that words of 12 px take in a picture, near enough to keep them apart: full width where the script has it. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7), 0) + 8;
}

/** As many of the words as a room has place for; what was cut off is told by dots. */
export function fitted(words: string, room: number): string {
  if (widthOf(words) - 8 <= room) return words;
  const signs = [...words];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`) - 8 > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
