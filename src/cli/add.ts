import { makeFault } from '../desk/faults.ts';
import { type Added, addDocuments, type Document, type PassedOver, type Unopened } from '../desk/incoming/add.ts';
import { type NamedDocument, type NameFault, nameDocuments, readBytes, STANDARD_INPUT } from '../desk/incoming/files.ts';
import { fetchPageOr } from '../desk/incoming/page.ts';
import { loadLanguage, loadLanguages } from '../desk/languages.ts';
import { network, sign } from '../desk/outside.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';
import type { DocumentKind } from '../record/reading.ts';
import { makeBar } from './bar.ts';
import { type Io, STATUS, type Status } from './io.ts';
import { passedInArchive, passedOver } from './passed.ts';
import { type ArchiveCommand, asksJson, withArchive } from './with-archive.ts';

export interface AddCommand extends ArchiveCommand {
  readonly language?: string | undefined;
  readonly published?: string;
  readonly who?: string;
}

/** From so many documents on, a terminal shows a bar and only what is out of the ordinary. */
const MANY = 10;

/** Exit status 0: all is in the archive; 1: some could not be opened or it was stopped (what was told is in). */
export async function runAdd(sources: readonly string[], command: AddCommand, io: Io, voice: Voice): Promise<Status> {
  const json = asksJson(command, voice);
  if (sources.length === 0) throw makeFault(voice, 'cli/nothing-to-add');
  const named = await nameDocuments(sources, io.cwd, { addresses: true });
  if ('code' in named) throw makeFault(voice, named.code, named.values);
  const found: (NamedDocument | NameFault)[] = [];
  for await (const one of named.documents) found.push(one);
  const [first] = found;
  if (first && 'code' in first && found.length === 1) throw makeFault(voice, first.code, first.values);
  const languages = command.language ? [await loadLanguage(command.language)] : (await loadLanguages()).filter((pack) => pack.language?.detect);

  return withArchive(
    command,
    io,
    voice,
    async (archive) => {
      const signal = io.interrupted?.();
      const bar = makeBar(io.stderr, voice, found.length);
      const counts = { added: 0, version: 0, silent: 0, same: 0, restored: 0, failed: 0, look: 0 };
      const items: Added[] = [];
      const passed: PassedOver[] = [];
      let done = 0;
      try {
        const options = {
          languages,
          published: command.published,
          language: command.language,
          sign: () => sign(command.who, io.env),
          signal,
          passed: (over: PassedOver) => passed.push(over),
        };
        for await (const one of addDocuments(archive, opened(found, io), options)) {
          counts[one.how]++;
          if (one.how === 'version' && one.silent) counts.silent++;
          const odd = one.how === 'failed' || one.how === 'version' || one.errors.length > 0;
          if (one.how !== 'failed' && (one.errors.length > 0 || missesTalks(one))) counts.look++;
          if (json) items.push(one);
          if (one.how === 'failed') {
            await bar.clear();
            await io.stderr.write(failedLine(one, voice));
          } else if (!json && (odd || !io.stderr.isTTY || found.length < MANY)) {
            await bar.clear();
            await io.stdout.write(lineOf(one, voice));
          }
          await bar.tell(++done);
        }
      } finally {
        await bar.clear();
      }
      const stopped = signal?.aborted ?? false;
      await io.stderr.write(passedOver(named.passed, voice));
      for (const over of passed) await io.stderr.write(passedInArchive(over, voice));
      if (json)
        await io.stdout.write(`${JSON.stringify({ ...counts, stopped, items: items.map(toJson), ...(passed.length > 0 && { passed }) }, null, 2)}\n`);
      else if (found.length > 1 || stopped) await io.stderr.write(`${voice.label(stopped ? 'addStopped' : 'addDone', counts)}\n`);
      return counts.failed > 0 || stopped ? STATUS.other : STATUS.read;
    },
    { create: true },
  );
}

async function* opened(found: readonly (NamedDocument | NameFault)[], io: Io): AsyncGenerator<Document | Unopened> {
  for (const one of found) {
    if ('code' in one) {
      yield { name: one.values.path ?? '', fault: one };
      continue;
    }
    if (one.address) {
      yield await fetchPageOr(one.path, io.network ?? network);
      continue;
    }
    const bytes = await readBytes(one, io.cwd, io.stdin);
    if ('code' in bytes) yield { name: one.name, fault: bytes };
    else yield { name: one.name, bytes, mediaType: one.mediaType, ...(one.path !== STANDARD_INPUT && { from: one.path }) };
  }
}

export function failedLine({ fault }: Unopened, voice: Voice): string {
  const { problem, cure } = makeFault(voice, fault.code, fault.values);
  return `memcon: ${problem} ${cure}\n`;
}

export function lineOf(one: Exclude<Added, { how: 'failed' }>, voice: Voice): string {
  const labels = { added: 'addAdded', version: one.silent ? 'addSilent' : 'addVersion', same: 'addSame', restored: 'addRestored' };
  const doubt = one.errors.length === 0 && missesTalks(one) && one.how !== 'same' ? voice.label('noTalks') : '';
  // Each with a line of its own: it says what can be done about it.
  const errors = (one.doubts ?? []).map((each) => `    ▲ ${printable(voice.issue({ ...each, severity: 'error' }))}\n`).join('');
  const kind = one.kind !== undefined && one.kind !== 'readout' ? `[${voice.phrases.textKinds[one.kind as DocumentKind]}] ` : '';
  const changed = one.difference ? `  −${one.difference.lines.gone} +${one.difference.lines.come}` : '';
  return `${one.id}  ${voice.label(labels[one.how], { n: one.n })}${changed}  ${kind}${printable(one.title ?? one.name)}${doubt ? `  ▲ ${doubt}` : ''}\n${errors}`;
}

/** No talks were found where there should be some: a press conference has none. */
function missesTalks({ talks, kind }: Exclude<Added, { how: 'failed' }>): boolean {
  return talks === 0 && (kind === undefined || kind === 'readout');
}

export function toJson(one: Added): object {
  return one.how === 'failed' ? { name: one.name, how: one.how, code: one.fault.code, values: one.fault.values } : one;
}
