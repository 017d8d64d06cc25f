/** What a reader chose, kept in cookies of a year: language, theme, keys, and the name under which corrections are signed. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Settings, THEMES } from './parts/view.ts';

const YEAR = 365 * 24 * 60 * 60;
const NAMES = { language: 'memcon-language', theme: 'memcon-theme', keys: 'memcon-keys', who: 'memcon-who', aids: 'memcon-aids' } as const;

export function settingsOf(context: Context): Settings {
  const theme = getCookie(context, NAMES.theme);
  const aids = (getCookie(context, NAMES.aids) ?? 'marks readings').split(' ');
  return {
    aids: { marks: aids.includes('marks'), speakers: aids.includes('speakers'), readings: aids.includes('readings') },
    theme: THEMES.find((each) => each === theme) ?? 'auto',
    keys: getCookie(context, NAMES.keys) !== 'off',
    who: (getCookie(context, NAMES.who) ?? '').slice(0, 200),
  };
}

export function languageOf(context: Context): string | undefined {
  return getCookie(context, NAMES.language);
}

export function remember(context: Context, name: keyof typeof NAMES, value: string): void {
  setCookie(context, NAMES[name], value, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' });
}
