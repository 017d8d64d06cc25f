/** The signs between which Japanese quotes: 「 and 」, 『 and 』. */

export function isQuoteStart(unit: number): boolean {
  return unit === 0x300c || unit === 0x300e;
}

export function isQuoteEnd(unit: number): boolean {
  return unit === 0x300d || unit === 0x300f;
}
