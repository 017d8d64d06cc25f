/** Names of files that came from outside, for people to see: never used as a path. */

/**
 * The last part of a name without its folders, without controls and without signs that turn the direction of writing, at most
 * 200 units long. Empty where nothing is left.
 */
export function bareName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').findLast(Boolean) ?? '';
  const bare = last.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return /^\.+$/.test(bare) ? '' : bare.slice(0, 200);
}
