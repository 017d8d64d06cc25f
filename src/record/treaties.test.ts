import { expect, test } from 'vitest';
import { TREATIES } from './treaties.generated.ts';
import { treatyForm, treatyIn, treatyOf } from './treaties.ts';

test.each([
  ['刑事共助条約', 'mutual-legal-assistance'],
  ['刑事に関する共助に関する日本国とロシア連邦との間の条約', 'mutual-legal-assistance'],
  ['Treaty between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters', 'mutual-legal-assistance'],
  ['Treaty on Mutual Legal Assistance in Criminal Matters', 'mutual-legal-assistance'],
  ['Договор между Японией и Российской Федерацией о взаимной правовой помощи по уголовным делам', 'mutual-legal-assistance'],
  ['原子力の平和的利用における協力のための日本国政府とベトナム社会主義共和国政府との間の協定', 'nuclear-cooperation'],
  [
    'Agreement between the Government of Japan and the Government of the Republic of India for Cooperation in the Peaceful Uses of Nuclear Energy',
    'nuclear-cooperation',
  ],
  [
    'Convention between Japan and the Kingdom of Spain for the Elimination of Double Taxation with respect to Taxes on Income and the Prevention of Tax Evasion and Avoidance',
    'tax',
  ],
  ['ワーキング・ホリデー協定', 'working-holiday'],
  ['社会保障協定', 'social-security'],
])('%s is %s', (name, kind) => expect(treatyOf(treatyForm(name))).toBe(kind));

test.each([
  ['刑事共助条約の改正議定書', 'mutual-legal-assistance'],
  ['新租税条約', 'tax'],
  ['Protocol Amending the Tax Convention', 'tax'],
  ['日EU経済連携協定', 'economic-partnership'],
  ['平和友好条約締結40周年共同声明', 'peace-and-friendship'],
  ['共同声明', undefined],
  ['', undefined],
])('%s is none, and may be %s', (name, kind) => {
  const form = treatyForm(name);
  expect(treatyOf(form)).toBeUndefined();
  expect(treatyIn(form)).toBe(kind);
});

test('no name is of two kinds, and each kind has names in three languages', () => {
  const seen = new Map<string, string>();
  for (const [kind, languages] of Object.entries(TREATIES)) {
    expect(Object.keys(languages), kind).toEqual(['ja', 'en', 'ru']);
    for (const name of Object.values(languages).flat() as string[]) {
      const form = treatyForm(name);
      expect([kind, undefined], name).toContain(seen.get(form));
      seen.set(form, kind);
      expect(treatyOf(form), name).toBe(kind);
    }
  }
});
