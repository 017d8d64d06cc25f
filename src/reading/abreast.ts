/**
 * Several pages abreast: each goes through the first stage, then each through the second. A stage is a great deal of code that is used for one
 * page and then not again until the next one, by when the processor has forgotten it; used for many pages in a row it takes little more than half the time.
 */

/** What is done in stages: `yield` stands between two of them. */
export type Stages<T> = Generator<undefined, T, undefined>;

/** The result of one, gone through without a halt. */
export function alone<T>(stages: Stages<T>): T {
  for (;;) {
    const { done, value } = stages.next();
    if (done) return value;
  }
}

/** The results of many, in their order. All are in memory at once: it is for the caller to hand over no more than that allows. */
export function abreast<T>(many: readonly Stages<T>[]): T[] {
  const results: T[] = [];
  let going = many.map((stages, index) => ({ stages, index }));
  while (going.length > 0) {
    going = going.filter(({ stages, index }) => {
      const { done, value } = stages.next();
      if (done) results[index] = value;
      return !done;
    });
  }
  return results;
}
