/**
 * `npm start`: from a bare clone to the sample archive in a browser. Quick the second time.
 *
 * The archive lies in .memcon/ of this folder; `npm start -- --archive FILE` or MEMCON_ARCHIVE opens another, without the samples.
 */
import { spawn } from 'node:child_process';
import { buildIfNeeded, checkNode, installPackages, root } from './newer.mjs';

checkNode();
installPackages();
buildIfNeeded();
const args = process.argv.slice(2);
const own = process.env.MEMCON_ARCHIVE || args.some((arg) => arg === '--archive' || arg.startsWith('--archive='));
const archive = own ? [] : ['--archive', '.memcon/samples.memcon', '--samples'];
const child = spawn(process.execPath, ['dist/memcon.js', 'serve', ...archive, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  process.exitCode = status ?? 0;
});
