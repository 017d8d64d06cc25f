/**
 * Makes the pictures of the readmes: the page of docs/example.txt in each language, as headless Chromium shows it.
 *
 *   npm run picture [-- FOLDER]
 *
 * Each picture carries a digest of the page's words, so that a test tells when it shows an older page.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { toHtml } from '../src/publishing/html.ts';
import { openBrowser } from '../src/web/test-browser.ts';
import { exampleOf, pictureName, wordsDigest } from './pages/example.ts';
import { loadVoices } from './pages/voices.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = process.argv[2] ?? `${root}docs`;
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1160, height: 1080 }, colorScheme: 'light' });
const reading = exampleOf(root);
for (const voice of loadVoices(root)) {
  const html = toHtml(reading, voice);
  await page.setContent(html);
  const picture = await page.screenshot();
  writeFileSync(`${out}/${pictureName(voice)}`, labelled(picture, wordsDigest(html)));
}
await browser.close();

/** The PNG with a text chunk "Page" before its end. */
function labelled(png: Buffer, words: string): Buffer {
  const body = Buffer.from(`tEXtPage\0${words}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
}
