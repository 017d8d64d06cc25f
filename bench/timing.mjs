/** Milliseconds of processor time of the best round; rounds go on for so many milliseconds. */
export function best(work, most) {
  let shortest = Number.POSITIVE_INFINITY;
  const end = performance.now() + most;
  do {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    shortest = Math.min(shortest, (user + system) / 1000);
  } while (performance.now() < end);
  return shortest;
}
