/** Language, theme, keys and name: kept in cookies of this browser, nowhere else. */

import { remember } from './cookies.ts';
import { enteredOf } from './deeds.tsx';
import { Frame } from './parts/frame.tsx';
import { AIDS, type Aid, THEMES, type View } from './parts/view.ts';
import type { Visit } from './visit.ts';

const AID_WORDS: Readonly<Record<Aid, string>> = { marks: 'aidMarks', speakers: 'aidWho', readings: 'aidReadings' };

export function settingsPage(view: View, saved: boolean) {
  const { voice, settings } = view;
  const l = voice.label;
  return (
    <Frame view={view} title={[l('settings')]} at="settings" cites="none">
      <h1>{l('settings')}</h1>
      <p class="lead">{l('settingsLead')}</p>
      {saved && (
        <p role="status" class="saved">
          <b>{l('settingsSaved')}</b>
        </p>
      )}
      <form method="post" action={`/${voice.code}/settings`} class="plain-form narrow-form">
        <p>
          <label for="language">{l('language')}</label>
          <select id="language" name="language">
            {[{ code: voice.code, name: l('languageName') }, ...view.others].map(({ code, name }) => (
              <option value={code} selected={code === voice.code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <fieldset>
          <legend>{l('theme')}</legend>
          {THEMES.map((each) => (
            <label class="tick">
              <input type="radio" name="theme" value={each} checked={each === settings.theme} /> {l(`theme${each[0]?.toUpperCase()}${each.slice(1)}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{l('keysTitle')}</legend>
          <label class="tick">
            <input type="checkbox" name="keys" value="on" checked={settings.keys} /> {l('keysOn')}
          </label>
        </fieldset>
        <fieldset>
          <legend>{l('readingAids')}</legend>
          {AIDS.map((each) => (
            <label class="tick">
              <input type="checkbox" name="aid" value={each} checked={settings.aids[each]} /> {l(AID_WORDS[each])}
            </label>
          ))}
        </fieldset>
        <p>
          <label for="who">{l('yourName')}</label>
          <input type="text" id="who" name="who" value={settings.who} maxlength={200} autocomplete="name" aria-describedby="who-note" />
          <span class="note" id="who-note">
            {l('nameNote')}
          </span>
        </p>
        <button type="submit" class="dark">
          {l('save')}
        </button>
      </form>
    </Frame>
  );
}

export async function saveSettings(visit: Visit): Promise<Response> {
  const { context, view } = visit;
  const entered = await enteredOf(visit);
  const one = (name: string) => (entered[name]?.[0] ?? '').trim();
  const theme = THEMES.find((each) => each === one('theme')) ?? 'auto';
  const code = [view.voice.code, ...view.others.map((each) => each.code)].find((each) => each === one('language')) ?? view.voice.code;
  remember(context, 'theme', theme);
  remember(context, 'aids', AIDS.filter((each) => entered.aid?.includes(each)).join(' ') || 'none');
  remember(context, 'keys', one('keys') === 'on' ? 'on' : 'off');
  remember(context, 'who', one('who').slice(0, 200));
  remember(context, 'language', code);
  return context.redirect(`/${code}/settings?saved=1`, 303);
}
