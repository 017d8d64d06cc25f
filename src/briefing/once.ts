/**
 * A brief is made several times until it keeps its length: what rests on the record alone is found once.
 *
 * @returns the same function, which keeps what it gave as long as what it was given is there.
 */
export function once<A extends object, R>(find: (of: A) => R): (of: A) => R {
  const known = new WeakMap<A, { readonly found: R }>();
  return (of) => {
    let kept = known.get(of);
    if (!kept) {
      kept = { found: find(of) };
      known.set(of, kept);
    }
    return kept.found;
  };
}
