/** For tests: the headless Chromium of this machine. Where there is none the test says so, and in CI it fails. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const path = process.env.CHROMIUM_PATH ?? USUAL.find((each) => existsSync(each));

/** A reason not to run: no browser on a machine that is not CI. */
export const noBrowser = path === undefined && !process.env.CI;
if (noBrowser) process.stderr.write('\n!! No Chromium here (set CHROMIUM_PATH): what must hold in a browser is NOT tested.\n\n');

export async function openBrowser(): Promise<Browser> {
  if (path === undefined) throw new Error('No Chromium on this machine: install the package `chromium`, or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}
