/**
 * How a name sounds, as far as that can be told across scripts: ラヴロフ, Лавров and Lavrov are alike. What is alike may be one name;
 * only a person says that it is.
 *
 * 1 a name is in one script (kana, Cyrillic or Latin); other scripts have no sound here; 2 alike is symmetric; 3 no more ways to sound than
 * `MOST` are followed, so that the work is bounded by the length of the name.
 *
 * Source: vocabulary/sounds.yaml (Hepburn, BGN/PCGN, Polivanov).
 */
import { ALIKE, SPELT } from './sounds.generated.ts';

/** One way in which a name may sound. */
export interface Sound {
  /** Its consonants, alike ones as one letter. Names that are alike have one in common. */
  readonly consonants: string;
  /** Vowels before, between and behind the consonants. */
  readonly vowels: readonly string[];
}
export interface Sounds {
  readonly script: Script;
  readonly ways: readonly Sound[];
}
export type Script = 'kana' | 'Cyrillic' | 'Latin';

/** Ways to sound that are followed. */
const MOST = 48;
/** Signs of a name that is still a name. */
const LONGEST = 40;

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['kana', /^[\p{Script=Katakana}\p{Script=Hiragana}\u30fc\u30fb]+$/u],
  ['Cyrillic', /^[\p{Script=Cyrillic}'’-]+$/u],
  ['Latin', /^[\p{Script=Latin}\p{M}'’-]+$/u],
];

/** @param word one part of a name: given name or family name. @returns undefined for what is in no such script, or hardly sounds. */
export function soundsOf(word: string): Sounds | undefined {
  const plain = word.trim();
  const script = plain.length > LONGEST || plain.length < 2 ? undefined : SCRIPTS.find(([, signs]) => signs.test(plain))?.[0];
  if (!script) return undefined;
  const seen = new Map<string, Sound>();
  for (const spelt of spellings(plain, script)) {
    const sound = soundOf(spelt);
    if (sound.consonants !== '') seen.set(`${sound.consonants} ${sound.vowels.join(',')}`, sound);
  }
  return seen.size === 0 ? undefined : { script, ways: [...seen.values()] };
}

/**
 * Whether two names may be one that is written in two scripts. Two of one script are never alike here: there, letters tell.
 *
 * @param strict for words of which nobody knows that they are names: no vowel may be amiss in a short one.
 */
export function soundAlike(one: Sounds, other: Sounds, strict = false): boolean {
  if (one.script === other.script) return false;
  return one.ways.some((way) => other.ways.some((also) => way.consonants === also.consonants && vowelsAgree(way, also, strict)));
}

/** Vowels that are in one only are forgiven where kana needs them, or a language swallows them; others where they are few. */
function vowelsAgree(one: Sound, other: Sound, strict: boolean): boolean {
  // One consonant alone is in half of all names: there, vowels tell.
  if (one.consonants.length === 1) return one.vowels.every((vowel, i) => vowel === other.vowels[i]);
  let wrong = 0;
  for (let i = 0; i < one.vowels.length; i++) {
    const [a, b] = [one.vowels[i] as string, other.vowels[i] as string];
    if (i === 0 && (a === '') !== (b === '')) return false;
    if (a === b || [...a].some((vowel) => b.includes(vowel))) continue;
    if ((a === '' && /^u+$/.test(b)) || (b === '' && /^u+$/.test(a))) continue;
    wrong += a === '' || b === '' ? 1 : 0.7;
  }
  return wrong <= (one.consonants.length - (strict ? 2 : 0)) / 3;
}

function soundOf(spelt: string): Sound {
  let consonants = '';
  const vowels = [''];
  for (let i = 0; i < spelt.length; ) {
    const two = CONSONANTS.get(spelt.slice(i, i + 2));
    const consonant = two ?? CONSONANTS.get(spelt[i] as string);
    if (consonant !== undefined) {
      // Doubled is single.
      if (vowels.at(-1) !== '' || consonants.at(-1) !== consonant) {
        consonants += consonant;
        vowels.push('');
      }
      i += two === undefined ? 1 : 2;
      continue;
    }
    const vowel = VOWELS.get(spelt[i] as string);
    if (vowel !== undefined && !(vowels.at(-1) as string).endsWith(vowel)) vowels[vowels.length - 1] += vowel;
    i++;
  }
  return { consonants, vowels };
}

function classes(lists: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lists.flatMap((list) => list.split(' ').map((sound) => [sound, list[0] as string] as const)));
}
const CONSONANTS = classes(ALIKE.consonants);
const VOWELS = classes(ALIKE.vowels);

interface Table {
  readonly ways: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}
function table(...lists: readonly string[]): Table {
  const ways = new Map<string, readonly string[]>();
  for (const list of lists) {
    const words = list.split(' ');
    for (let i = 0; i < words.length; i += 2)
      ways.set(
        words[i] as string,
        (words[i + 1] as string).split('|').map((way) => (way === '-' ? '' : way)),
      );
  }
  return { ways, longest: Math.max(...[...ways.keys()].map(({ length }) => length)) };
}
const TABLES: Readonly<Record<Script, Table>> = { kana: table(SPELT.kana), Cyrillic: table(SPELT.cyrillic), Latin: table(SPELT.latin) };
const LETTERS = table(SPELT.letters);
/** Japanese names in Russian; a Russian name gets one more way by it, which no Japanese name has. */
const POLIVANOV = table(SPELT.cyrillic, SPELT.polivanov);

function spellings(word: string, script: Script): string[] {
  const form = plainOf(word, script);
  const found = spelt(form, TABLES[script]);
  return script === 'Cyrillic' ? [...found, ...spelt(form, POLIVANOV)] : found;
}

/** Lower case without accents; hiragana as katakana. The breve of й and the points of ё belong to their letters. */
function plainOf(word: string, script: Script): string {
  const lower = word.toLowerCase().replace(/['’-]/g, '');
  if (script === 'Latin')
    return [...lower.normalize('NFC')]
      .map((letter) => LETTERS.ways.get(letter)?.at(-1) ?? letter)
      .join('')
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
  if (script === 'Cyrillic') return lower.normalize('NFC');
  return lower
    .normalize('NFKC')
    .replaceAll('\u30fb', '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** The longest that the table has at each place; what it has not stays. `^` and `$` stand at the ends. */
function spelt(form: string, { ways, longest }: Table): string[] {
  const signs = `^${form}$`;
  let found = [''];
  for (let i = 0; i < signs.length; ) {
    let length = Math.min(longest, signs.length - i);
    while (length > 1 && !ways.has(signs.slice(i, i + length))) length--;
    const here = ways.get(signs.slice(i, i + length)) ?? [/[$^]/.test(signs[i] as string) ? '' : (signs[i] as string)];
    found = found.length * here.length > MOST ? found.map((way) => way + here[0]) : found.flatMap((way) => here.map((one) => way + one));
    i += length;
  }
  return found;
}
