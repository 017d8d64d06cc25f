/** The style and the scripts of the pages, served under names that change with their content, so that they may be kept for ever. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SCRIPT } from '../drawing/script.ts';
import { STYLE } from '../drawing/style.ts';
import { BRIEF_STYLE } from '../publishing/brief/style.ts';

declare const MEMCON_BUILT: boolean | undefined;
const built = typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT;

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14"><path d="M7 .9 13.1 7 7 13.1.9 7z" fill="#fff" stroke="#1B1D20" stroke-width="1.3"/><circle cx="7" cy="7" r="2.9" fill="#1B1D20"/></svg>';

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly href: string;
}

const own = (name: string) => readFileSync(new URL(built ? `./web/${name}` : `./${name}`, import.meta.url), 'utf8');

const SOURCES: Readonly<Record<string, () => string>> = {
  'style.css': () => STYLE + BRIEF_STYLE + own('style.css'),
  'record.js': () => SCRIPT,
  'keys.js': () => own('browser/keys.js'),
  'cited.js': () => own('browser/cited.js'),
  'phrase.js': () => own('browser/phrase.js'),
  'add.js': () => own('browser/add.js'),
  'mark.svg': () => MARK,
};
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

const made = new Map<string, Asset>();

function assetOf(name: string): Asset | undefined {
  const source = SOURCES[name];
  let found = made.get(name);
  if (!found && source) {
    const body = source();
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const [stem, ending = ''] = name.split('.');
    found = { body, type: `${TYPES[ending]}; charset=utf-8`, href: `/assets/${stem}-${hash}.${ending}` };
    made.set(name, found);
  }
  return found;
}

/** The address of a style or script. */
export function asset(name: string): string {
  const found = assetOf(name);
  if (!found) throw new Error(`no asset "${name}"`);
  return found.href;
}

/** What is served at an address under /assets/; undefined where it is none, or one of another version. */
export function findAsset(path: string): Asset | undefined {
  return Object.keys(SOURCES)
    .map(assetOf)
    .find((one) => one?.href === path);
}
