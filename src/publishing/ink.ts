type Paint = (words: string) => string;

/** Colours of the sixteen that every terminal has, so that they follow the reader's own theme. */
export interface Ink {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly inverse: Paint;
  readonly blue: Paint;
  readonly orange: Paint;
  readonly plum: Paint;
  readonly red: Paint;
}

export function makeInk(color: boolean): Ink {
  const paint = (on: number, off: number): Paint => (color ? (words) => `\u001b[${on}m${words}\u001b[${off}m` : (words) => words);
  const bracketed: Paint = (words) => `[${words.trim()}]`;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    inverse: color ? paint(7, 27) : bracketed,
    blue: paint(34, 39),
    orange: paint(33, 39),
    plum: paint(35, 39),
    red: paint(31, 39),
  };
}
