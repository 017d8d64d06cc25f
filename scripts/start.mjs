/** `npm start`: from a bare clone to pages in a browser. Quick the second time. */
import { spawn } from 'node:child_process';
import { buildIfNeeded, checkNode, installPackages, root } from './newer.mjs';

checkNode();
installPackages();
buildIfNeeded();
const child = spawn(process.execPath, ['dist/memcon.js', 'serve', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  process.exitCode = status ?? 0;
});
