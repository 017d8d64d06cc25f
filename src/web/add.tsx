/** Adding what a person dropped, chose or pasted. Answers a script with figures, a plain form with the page of what was added. */

import type { OpenArchive } from '../desk/archive.ts';
import { isDay, makeFault } from '../desk/faults.ts';
import { type Added, addDocuments, type Document, type PassedOver } from '../desk/incoming/add.ts';
import { bareName } from '../desk/incoming/names.ts';
import { fetchPage } from '../desk/incoming/page.ts';
import { passedWords } from '../desk/incoming/passed-over.ts';
import { loadLanguages } from '../desk/languages.ts';
import { sign } from '../desk/outside.ts';
import { Fault } from '../fault.ts';
import type { DocumentKind } from '../record/reading.ts';
import { homePage } from './home.tsx';
import { LIMIT, LIMIT_WORDS } from './parts/add-form.tsx';
import { Frame } from './parts/frame.tsx';
import { readoutPath, to, type View } from './parts/view.ts';
import { show, type Visit } from './visit.ts';

export async function add(visit: Visit): Promise<Response> {
  const { archive, context, view, network } = visit;
  const { voice } = view;
  const form = await context.req.formData().catch(() => new FormData());
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [words, published, address] = [text('words'), text('published').trim(), text('address').trim()];
  const files = form.getAll('file').flatMap((each) => (typeof each === 'string' || (each.size === 0 && each.name === '') ? [] : [each]));
  const asData = context.req.header('accept')?.includes('application/json') ?? false;
  const refuse = async (fault: Fault, status: 413 | 422) =>
    asData
      ? context.json({ problem: fault.problem, cure: fault.cure }, status)
      : show(visit, homePage(archive, view, { fault, words, published, address }), status);
  if (files.length === 0 && words.trim() === '' && (address === '' || !network)) return refuse(makeFault(voice, 'web/nothing-given'), 422);
  if (published !== '' && !isDay(published)) return refuse(makeFault(voice, 'web/bad-date', { name: published.slice(0, 40) }), 422);
  const large = files.find((file) => file.size > LIMIT) ?? (words.length * 3 > LIMIT ? { size: words.length * 3 } : undefined);
  if (large) return refuse(makeFault(voice, 'web/too-large', { size: `${(large.size / 1048576).toFixed(1)} MB`, limit: LIMIT_WORDS }), 413);

  let fetched: Document | undefined;
  if (address !== '' && network) {
    try {
      fetched = await fetchPage(address, network);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return refuse(makeFault(voice, error.code, error.values), 422);
    }
  }
  async function* documents(): AsyncGenerator<Document> {
    for (const file of files) yield { name: bareName(file.name), bytes: new Uint8Array(await file.arrayBuffer()), mediaType: mediaTypeOf(file) };
    if (fetched) yield fetched;
    if (words.trim() !== '')
      yield { name: voice.label('pasted'), bytes: new TextEncoder().encode(words.replace(/\r\n/g, '\n')), mediaType: 'text/plain' };
  }
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const added: Added[] = [];
  const passed: string[] = [];
  for await (const one of addDocuments(archive as OpenArchive, documents(), {
    languages,
    published: published || undefined,
    serving: true,
    passed: (over: PassedOver) => passed.push(passedWords(over, voice)),
    sign: () => sign(view.settings.who || undefined, process.env),
  }))
    added.push(one);
  const told = added.map((one) => outcome(one, view));
  if (asData) return context.json({ items: told, passed });
  const [first] = told;
  if (told.length === 1 && passed.length === 0 && first?.href) return context.redirect(first.href, 303);
  return show(visit, addedPage(view, told, passed));
}

interface Outcome {
  readonly name: string;
  readonly how: Added['how'];
  readonly href?: string;
  readonly title?: string;
  readonly statements: number;
  /** It is in, and a person should look at it. */
  readonly look: boolean;
  readonly words: string;
}

function outcome(one: Added, view: View): Outcome {
  const l = view.voice.label;
  if (one.how === 'failed') {
    const fault = makeFault(view.voice, one.fault.code, one.fault.values);
    return { name: one.name, how: one.how, statements: 0, look: true, words: fault.problem };
  }
  // A press conference tells of no talks, and need not.
  const other = one.kind !== undefined && one.kind !== 'readout' ? view.voice.phrases.textKinds[one.kind as DocumentKind] : undefined;
  const look = one.errors.length > 0 || (one.talks === 0 && other === undefined) || one.low > 0;
  const [doubt] = one.doubts ?? [];
  const issue = doubt && view.voice.issue({ ...doubt, severity: 'error' });
  const words =
    one.how === 'same'
      ? l('alreadyHere')
      : one.how === 'version'
        ? l('versionN', { n: one.n })
        : one.talks === 0
          ? (issue ?? other ?? l('noTalks'))
          : l('statementsCount', { n: one.statements });
  return {
    name: one.name,
    how: one.how,
    href: to(view, readoutPath(one.id)),
    ...(one.title && { title: one.title }),
    statements: one.statements,
    look,
    words,
  };
}

function addedPage(view: View, told: readonly Outcome[], passed: readonly string[]) {
  const l = view.voice.label;
  const failed = told.filter(({ how }) => how === 'failed');
  return (
    <Frame view={view} title={[l('addedTitle')]} at="" cites="none">
      <h1>{l('addedTitle')}</h1>
      <p class="lead">
        {l('addFigures', {
          read: told.filter(({ how }) => how !== 'same' && how !== 'failed').length,
          here: told.filter(({ how }) => how === 'same').length,
          look: told.filter(({ look }) => look).length,
        })}
      </p>
      {failed.length > 0 && (
        <div class="wrong">
          <h2>▲ {l('someFailed', { n: failed.length, all: told.length })}</h2>
        </div>
      )}
      {passed.length > 0 && (
        <ul class="passed">
          {passed.map((words) => (
            <li>▲ {words}</li>
          ))}
        </ul>
      )}
      <ul class="outcomes">
        {told.map(({ name, href, title, words, look }) => (
          <li>
            {href ? <a href={href}>{title ?? name}</a> : <b>{name}</b>} <span class="note">{words}</span>
            {look && <span class="box">{l('check')}</span>}
          </li>
        ))}
      </ul>
    </Frame>
  );
}

function mediaTypeOf(file: { readonly name: string; readonly type: string }): string | undefined {
  if (/\.x?html?$/i.test(file.name)) return 'text/html';
  if (/\.te?xt$/i.test(file.name)) return 'text/plain';
  return file.type || undefined;
}
