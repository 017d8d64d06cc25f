/** Loaded before a program: tells at its end how much memory it held at most (kB) and its processor time (ms), as the last line of standard error. */
import { readFileSync } from 'node:fs';

/** Linux counts the memory of the parent into `maxRSS`; there the kernel is asked. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\n${peak()} ${(user + system) / 1000}\n`);
});
