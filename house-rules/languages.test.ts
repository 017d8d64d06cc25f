/**
 * Every language folder there is: its knowledge is reached, its wordings stand in a case, its cases say also what must not be found, its
 * known weaknesses fail. And a new language is added the way CONTRIBUTING.md says, with no other file touched.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { labelled } from '../scripts/scoring.ts';
import { readDocument } from '../src/desk/read.ts';
import { headInitialSections } from '../src/language/knowledge/head-initial.ts';
import { loadPack } from '../src/language/load.ts';
import { sections } from '../src/language/sections.ts';
import { folded } from '../src/text/fold.ts';
import { idsOf, wordingsOf } from './wordings.ts';

const root = resolve(import.meta.dirname, '..');
const languages = join(root, 'languages');
const codes = readdirSync(languages).filter((code) => !code.startsWith('_') && existsSync(join(languages, code, 'language.yaml')));
const tests = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
/** What each language is held to; house-rules/languages.yaml says what the figures mean. */
const kept = parse(readFileSync(join(import.meta.dirname, 'languages.yaml'), 'utf8')) as Record<
  string,
  Partial<Record<'cases' | 'nothing' | 'rules' | 'wordings', Record<string, number>>>
>;

interface Case {
  readonly finds?: readonly unknown[];
  readonly gap?: string;
}

/** Also where it finds what has nothing in it, as a statement without a topic. */
const findsNothing = ({ finds }: Case) => Array.isArray(finds) && finds.flat(2).length === 0;

function casesOf(code: string): Record<string, readonly Case[]> {
  const names = readdirSync(join(languages, code)).filter((name) => name.endsWith('.cases.yaml'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.cases.yaml'.length), parse(readFileSync(join(languages, code, name), 'utf8')) as Case[]]),
  );
}

/** All texts that a case or a labelled readout of the language is made of, folded. */
function textsOf(code: string): string {
  const cases = readdirSync(join(languages, code)).filter((name) => name.endsWith('.cases.yaml'));
  const corpus = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    new RegExp(`[\\\\/]${code}-[a-z]{2}[\\\\/]source\\.`).test(name),
  );
  return folded(
    [
      ...cases.map((name) => readFileSync(join(languages, code, name), 'utf8')),
      ...corpus.map((name) => readFileSync(join(root, 'corpus', name), 'utf8')),
    ].join('\n'),
  );
}

describe.each(codes)('%s', (code) => {
  const pack = loadPack(join(languages, code));
  const cases = casesOf(code);

  test('every file of cases stands beside its knowledge and is run', () => {
    for (const name of Object.keys(cases)) {
      expect(Object.keys({ ...pack, ...pack.initial }), name).toContain(name);
      expect(
        tests.some((text) => text.includes(`'${name}.cases.yaml'`)),
        `no test reads ${name}.cases.yaml`,
      ).toBe(true);
    }
  });

  test('each kind of case has one that finds nothing', () => {
    for (const [name, rows] of Object.entries(cases)) expect(rows.some(findsNothing), name).toBe(true);
  });

  test('there are no fewer cases than there were', () => {
    const all = Object.fromEntries(Object.entries(cases).map(([name, rows]) => [name, rows.length]));
    const nothing = Object.fromEntries(Object.entries(cases).map(([name, rows]) => [name, rows.filter(findsNothing).length]));
    for (const [name, least] of Object.entries(kept[code]?.cases ?? {})) expect(all[name], name).toBeGreaterThanOrEqual(least);
    for (const [name, least] of Object.entries(kept[code]?.nothing ?? {})) expect(nothing[name], name).toBeGreaterThanOrEqual(least);
  });

  test('a gap says what is not known yet', () => {
    const gaps = Object.values(cases).flatMap((rows) => rows.filter((row) => 'gap' in row));
    expect(gaps.filter(({ gap }) => typeof gap !== 'string' || gap.length < 8)).toEqual([]);
  });

  test('each list of words for dates is reached by a shape', () => {
    const knowledge = pack.dates;
    if (!knowledge) return;
    const shapes = JSON.stringify([knowledge.shapes, knowledge.fragments, knowledge.tails]);
    expect(Object.keys(knowledge.words).filter((list) => !shapes.includes(`{${list}}`) && !shapes.includes(`{${list}:`))).toEqual([]);
  });

  test('each fragment is used by a shape, and each that a shape uses is there', () => {
    const knowledge = pack.dates;
    if (!knowledge) return;
    const all = JSON.stringify([knowledge.shapes, knowledge.fragments, knowledge.tails]);
    const used = new Set([...all.matchAll(/%([A-Za-z]+)%/g)].map((match) => match[1] as string));
    expect([...used].sort()).toEqual(Object.keys(knowledge.fragments).sort());
  });

  test('no larger part of the wordings is without a case than there was', () => {
    const texts = textsOf(code).toLowerCase();
    const now = counted((schema, data) => {
      const all = wordingsOf(schema, data);
      // of a verb, the part that does not bend
      const unused = all.filter((words) => !words.split('~').every((part) => texts.includes(folded(part).toLowerCase())));
      return Math.floor((100 * unused.length) / Math.max(1, all.length));
    });
    expect(more(now, kept[code]?.wordings, 2), 'give the new wordings cases, or change house-rules/languages.yaml and say why').toEqual([]);
  });

  test('no more rules read nothing in any case or readout than there were', () => {
    const used = rulesUsed(code);
    const now = counted((schema, data) => idsOf(schema, data).filter((id) => !used.has(id)).length);
    expect(more(now, kept[code]?.rules), 'give the new rules cases, or change house-rules/languages.yaml and say why').toEqual([]);
  }, 30_000);

  function counted(count: (schema: unknown, data: unknown) => number): Record<string, number> {
    const found: Record<string, number> = {};
    for (const [name, schema] of Object.entries(pack.initial ? { ...sections, ...headInitialSections } : sections)) {
      const file = join(languages, code, `${name}.yaml`);
      if (name === 'language' || name === 'phrases' || !existsSync(file)) continue;
      const n = count(schema, parse(readFileSync(file, 'utf8')));
      if (n > 0) found[name] = n;
    }
    return found;
  }
});

const more = (now: Record<string, number>, before: Record<string, number> = {}, slack = 0) =>
  Object.entries(now).flatMap(([name, n]) => (n > (before[name] ?? 0) + slack ? [`${name}: ${n}, was ${before[name] ?? 0}`] : []));

/** Ids of the rules that cases name, and of those that read something in the language's part of the corpus. */
function rulesUsed(code: string): Set<string> {
  const pack = loadPack(join(languages, code));
  const used = new Set<string>();
  const add = (rule: string) => {
    for (const id of rule.split(/[/+?]/)) used.add(id);
  };
  const walk = (data: unknown): void => {
    if (!data || typeof data !== 'object') return;
    for (const [key, value] of Object.entries(data)) {
      if ((key === 'rule' || key === 'by') && typeof value === 'string') add(value);
      else walk(value);
    }
  };
  walk(casesOf(code));
  for (const folder of labelled(join(root, 'corpus')).filter((folder) => basename(folder).startsWith(`${code}-`) || folder.includes('lookalikes'))) {
    const source = readdirSync(folder).find((name) => name.startsWith('source.')) as string;
    walk(readDocument(readFileSync(join(folder, source)), { languages: [pack], mediaType: source.endsWith('.html') ? 'text/html' : 'text/plain' }));
  }
  return used;
}

test('wordings are told from codes by the schema alone', () => {
  const acts = { predicates: [{ id: 'itchi', act: 'agree', form: 'suru', words: ['一致', '{x}の一致'], refused: 'hold' }], former: ['先般'] };
  expect(wordingsOf(sections.acts, acts)).toEqual(['一致', 'suru', '先般']);
  expect(
    wordingsOf(sections.dates, { words: { weekday: { 月: 1 }, half: ['半'] }, shapes: [{ id: 'day', shape: '{day}日', notAfter: ['月'] }] }),
  ).toEqual(['月', '半']);
});

/** Korean, of which nothing is known here: a copy of the house to which only languages/ko/ is added. */
describe('a new language, as CONTRIBUTING.md has it', () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const steps = page.slice(page.indexOf('## A language'), page.indexOf('## An export'));
  let house = '';
  let folder = '';

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'memcon-language-'));
    folder = join(house, 'languages/ko');
    for (const name of [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'src',
      'scripts',
      'vocabulary',
      'languages',
      'house-rules',
      'samples',
      'docs',
      'corpus',
    ])
      cpSync(join(root, name), join(house, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  const npmTest = (word: string) =>
    spawnSync(process.execPath, ['scripts/test.mjs', word], { cwd: house, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const fill = (file: string, change: (words: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

  test('the steps are those that are taken here', () => {
    expect(steps).toContain('Copy `languages/_template/` to `languages/<code>/`');
    expect(steps).toContain('Set code, name, scripts and marks in `language.yaml`');
    expect(steps).toContain('`npm test -- <code>`, see them fail');
  });

  test('1 the template is a language of which nothing is known, and loads', () => {
    cpSync(join(house, 'languages/_template'), folder, { recursive: true });
    expect(loadPack(folder).dates?.shapes).toEqual([]);
  });

  test('2 and 3: three cases, seen to fail; 4 knowledge, until they pass', () => {
    fill('language.yaml', (words) =>
      words
        .replace(/^code: .*$/m, 'code: ko')
        .replace(/^name: .*$/m, 'name: 한국어')
        .replace(/scripts: .*/, 'scripts: [hangul]')
        .replace(/marks: .*/, 'marks: [하였다]'),
    );
    writeFileSync(
      join(folder, 'dates.cases.yaml'),
      [
        "- {text: 2031년 4월 9일 서울에서 회담하였다, finds: [{words: 2031년 4월 9일, value: '2031-04-09', by: day}]}",
        "- {text: 작년 9월에 서명한 협정, given: '2031-04-09', finds: [{words: 작년 9월, value: 2030-09, basis: inferred, by: relative-month}]}",
        '- {text: 9월은 가을이다, finds: []}',
      ].join('\n'),
    );
    const before = npmTest('ko');
    expect(before.status, before.stdout).toBe(1);
    expect(before.stdout).toMatch(/Tests +2 failed/);
    fill('dates.yaml', (words) =>
      words
        .replace(/^words: .*$/m, 'words:\n  relativeYear: {작년: -1, 내년: 1}')
        .replace(/^shapes: .*$/m, "shapes:\n  - {id: day, shape: '{year}년{month}월{day}일'}\n  - {id: month, shape: '{relativeYear}{month}월'}"),
    );
    const after = npmTest('ko');
    expect(after.status, after.stdout).toBe(0);
    expect(after.stdout).toMatch(/Tests +\d+ passed/);
  }, 60_000);

  test('its documents are recognised and their dates read; a missing file breaks nothing', () => {
    mkdirSync(join(house, 'in'));
    writeFileSync(join(house, 'in/toy.txt'), '한일 외교장관 회담\n\n2031년 4월 9일\n\n작년 9월에 서명한 협정이 발효하였다.\n');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/memcon.ts', ...args], {
        cwd: house,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
      });
    const dates = run('dates', 'in/toy.txt', '--language', 'ko', '--published', '2031-04-09', '--format', 'json');
    expect(dates.stderr).toBe('');
    expect(JSON.parse(dates.stdout).map((date: { edtf: string }) => date.edtf)).toEqual(['2031-04-09', '2030-09']);
    const read = run('read', 'in/toy.txt', '--format', 'json');
    const record = JSON.parse(read.stdout);
    expect([read.status, record.document.language, record.issues[0].code]).toEqual([3, 'ko', 'language/not-known']);
  }, 30_000);

  test('a mistake is answered with file and place', () => {
    fill('dates.yaml', (words) => words.replace('{day}일', '{dayy}일'));
    expect(() => loadPack(folder)).toThrow(/languages\/ko\/dates\.yaml: shape day: .*unknown slot \{dayy\}; slots are year,/);
  });
});

/** A toy language whose subject stands first: eight small files, and talks, sides and statements are read by the abilities that any may choose. */
describe('a new language with the subject first, in one folder', () => {
  const files: Record<string, string> = {
    language: `code: eo
name: Esperanto
version: 0.1.0
order: head-initial
detect: {scripts: [latin], marks: [la, kaj, de]}`,
    sentences: `ends: '.!?'
capitals: {short: [], openers: [La]}
brackets: [['(', ')']]
longestBracket: 100`,
    outline: `titles: [Renkonto]
dateline: {signs: ['20'], longest: 20}
points: []
notes: []
references: []
letters: []
bareNumbers: false
bullets: '•'
heads: []
longestHeading: 60
ends: []
form: []`,
    names: `order: office-before-name
countries: {CL: [Ĉilio, Ĉilion], 'NO': [Norvegio, Norvegion]}
offices: {heads: {foreign-minister: [Ministro, Ministron]}, links: [de], articles: [la]}`,
    talks: `verbs: [{kind: meeting, words: [renkontis]}]
places: [en]`,
    clauses: `order: head-initial
forms: {is: {past: [is]}}
and: [kaj]
that: [ke]`,
    speakers: `he: [ŝi, li]
they: [ili]
and: [kaj]`,
    acts: `verbs:
  - {id: dank, act: thank, form: is, words: [dank~]}
  - {id: konsent, act: agree, alone: concur, form: is, words: [konsent~]}
  - {id: dir, act: state, neutral: true, form: is, words: [dir~]}`,
  };
  const page = `Renkonto de Ministro Soto kaj Ministro Moe

Ministro Ana Soto de Ĉilio renkontis Ministron Kari Moe de Norvegio en Oslo. Ministro Moe dankis Ĉilion kaj diris ke la vojo estas longa. Ŝi ne dankis Norvegion. Ili konsentis pri nova haveno.`;
  const folder = mkdtempSync(join(tmpdir(), 'memcon-toy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const recordOf = (text: string) => {
    for (const [name, words] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), words);
    return readDocument(Buffer.from(text), { languages: [loadPack(folder)], mediaType: 'text/plain' });
  };

  test('who met, and who said what', () => {
    const { talks, statements, document } = recordOf(page);
    expect(document.language).toBe('eo');
    expect(talks.map(({ kind, level, parties }) => [kind, level, parties])).toEqual([['meeting', 'foreign-ministers', ['CL', 'NO']]]);
    expect(talks[0]?.participants.map(({ name, party }) => `${name} ${party}`)).toEqual(['Ana Soto CL', 'Kari Moe NO']);
    expect(statements.map(({ act, speakers, verb }) => `${act} ${speakers.map(({ party }) => party).join('+')} ${verb.text}`)).toEqual([
      'thank NO dankis',
      'state NO diris',
      'agree CL+NO konsentis',
    ]);
  });

  test('without its file of acts nothing is said to have been said, and nothing breaks', () => {
    const { acts, ...others } = files;
    expect(acts).toBeDefined();
    rmSync(join(folder, 'acts.yaml'), { force: true });
    for (const [name, words] of Object.entries(others)) writeFileSync(join(folder, `${name}.yaml`), words);
    const { talks, statements } = readDocument(Buffer.from(page), { languages: [loadPack(folder)], mediaType: 'text/plain' });
    expect([talks.length, statements.length]).toEqual([1, 0]);
  });
});

/** A toy language whose verb stands last and which sets no blanks: as few lines, and as much is read. */
describe('a new language with the verb last, in one folder', () => {
  const files: Record<string, string> = {
    language: `code: ryu
name: うちなー
version: 0.1.0
detect: {scripts: [kana], marks: [さびたん]}`,
    sentences: `ends: '。'`,
    outline: 'titles: [かたらい]',
    names: `order: name-before-office
countries: {CL: [チリ], NO: [ノルウェー]}
offices: {heads: {minister: [うふぬし]}, fields: [ふかまつり], foreign: [ふかまつり]}`,
    talks: `publishes: CL
ownNames: any
encounters: {meeting: [かたらい]}
done: [さびたん]
after: [。]
roles: {in: [とぅ, や、]}
levels: {foreign-ministers: [ふかまつり]}`,
    clauses: `order: head-final
forms: {sabitan: {past: [さびたん]}}
complementisers: [でぃち]
matters: [ぬくとぅ]`,
    speakers: `frames: {topic: [や、]}
pair: [たいうふぬし]`,
    acts: `predicates:
  - {id: gubri, act: thank, form: sabitan, words: [ぐぶり]}
  - {id: kukuru, act: agree, form: sabitan, words: [くくるてぃーち]}
  - {id: hanashi, act: state, takes: content, form: sabitan, words: [はなし]}`,
  };
  const page = `チリ・ノルウェーふかまつりうふぬしかたらい

ソト・チリふかまつりうふぬしや、オスロうてぃモエ・ノルウェーふかまつりうふぬしとぅかたらいさびたん。モエうふぬしや、チリのちからにぐぶりさびたん。ソトうふぬしや、みちやながさんでぃちはなしさびたん。たいうふぬしや、みなとぬくとぅくくるてぃーちさびたん。`;
  const folder = mkdtempSync(join(tmpdir(), 'memcon-toy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('who met, and who said what', () => {
    for (const [name, words] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), words);
    const { talks, statements, document } = readDocument(Buffer.from(page), { languages: [loadPack(folder)], mediaType: 'text/plain' });
    expect(document.language).toBe('ryu');
    expect(talks.map(({ kind, level, parties }) => [kind, level, parties])).toEqual([['meeting', 'foreign-ministers', ['CL', 'NO']]]);
    expect(talks[0]?.participants.map(({ name, party }) => `${name} ${party}`)).toEqual(['ソト CL', 'モエ NO']);
    expect(statements.map(({ act, speakers, verb }) => `${act} ${speakers.map(({ party }) => party).join('+')} ${verb.text}`)).toEqual([
      'thank NO ぐぶりさびたん',
      'state CL はなしさびたん',
      'agree CL+NO くくるてぃーちさびたん',
    ]);
  });

  test('without any one of its files nothing breaks', () => {
    for (const left of Object.keys(files).filter((name) => name !== 'language')) {
      rmSync(join(folder, `${left}.yaml`), { force: true });
      for (const [name, words] of Object.entries(files)) if (name !== left) writeFileSync(join(folder, `${name}.yaml`), words);
      const { statements } = readDocument(Buffer.from(page), { languages: [loadPack(folder)], mediaType: 'text/plain' });
      if (left === 'acts') expect(statements).toEqual([]);
    }
  });
});
