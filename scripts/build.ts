/**
 * Makes `dist/`: the program (memcon.js and what it loads when needed), the library (index.js, one file without Node in
 * it) with its types, the languages as JSON, and the samples.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { loadPack } from '../src/language/load.ts';
import type { Pack } from '../src/language/pack.ts';
import { regionNames } from '../src/language/voice.ts';
import { FONTS, LICENCES } from '../src/publishing/brief/fonts.ts';
import { files, library, parts, program, root, writers } from './bundle.ts';
import { keepCompiled } from './compiled.ts';
import { writeTypes } from './types.ts';

const dist = `${root}dist`;
rmSync(dist, { recursive: true, force: true });
mkdirSync(`${dist}/languages`, { recursive: true });

for (const code of readdirSync(`${root}languages`)) {
  if (!existsSync(`${root}languages/${code}/language.yaml`) || code.startsWith('_')) continue;
  writeFileSync(`${dist}/languages/${code}.json`, JSON.stringify(withCountries(loadPack(`${root}languages/${code}`))));
}
cpSync(`${root}samples`, `${dist}/samples`, { recursive: true });
// By them a PDF that does not say it itself is told which code is which letter.
cpSync(`${root}node_modules/pdfjs-dist/cmaps`, `${dist}/letter-tables`, { recursive: true });
cpSync(`${root}src/web/browser`, `${dist}/web/browser`, { recursive: true });
cpSync(`${root}src/web/style.css`, `${dist}/web/style.css`);
for (const path of [...Object.values(FONTS).map(({ file }) => file), ...LICENCES])
  cpSync(
    `${root}node_modules/${path}`,
    `${dist}/fonts/${path.endsWith('.ttf') ? path.slice(path.lastIndexOf('/') + 1) : `${path.split('/')[1]}-licence.txt`}`,
  );
await Promise.all([build(program), build(parts), build(writers), build(library), build(files)]);
chmodSync(`${dist}/memcon.js`, 0o755);
writeTypes(root, `${dist}/types`);
await keepCompiled(dist);

/** The names of countries are asked of the runtime here, once: it takes 12 ms to open them, of the quarter of a second that one page may take. */
function withCountries(pack: Pack): Pack {
  if (!pack.phrases) return pack;
  const codes = Object.keys(parse(readFileSync(`${root}vocabulary/names/countries.yaml`, 'utf8')) as object);
  const names = regionNames(pack.code);
  const parties = Object.fromEntries(codes.map((code) => [code, names.of(code) ?? code]));
  return { ...pack, phrases: { ...pack.phrases, parties: { ...parties, ...pack.phrases.parties } } };
}
