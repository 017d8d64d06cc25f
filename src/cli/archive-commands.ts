/** The commands over the archive, and what they take. Each is loaded when it runs. */
import { type Command, Option } from 'commander';
import type { Voice } from '../language/voice.ts';
import type { Io, Status } from './io.ts';

export interface Joining {
  /** Our ways of help and faults. */
  settle(command: Command): Command;
  /** Checks `--language` and `--published`. */
  check(options: { language?: string; published?: string }): Promise<string | undefined>;
  done(status: Status): void;
  readonly io: Io;
  readonly voice: Voice;
}

export function addArchiveCommands(program: Command, { settle, check, done, io, voice }: Joining): void {
  const l = voice.label;
  const archive = () => new Option('--archive <file>', l('cliArchive'));
  const format = () => new Option('--format <format>', l('cliTextJson'));
  const who = () => new Option('--who <name>', l('cliWho'));

  settle(program.command('add').description(l('cliAdd')))
    .argument('[sources...]', l('cliSources', { words: 'FILE' }))
    .addOption(archive())
    .addOption(new Option('--language <code>', l('cliLanguage')))
    .addOption(new Option('--published <date>', l('cliPublished')))
    .addOption(who())
    .addOption(format())
    .action(async (sources: string[], options) => {
      const language = await check(options);
      const { runAdd } = await import('./add.ts');
      done(await runAdd(sources, { ...options, language }, io, voice));
    });

  settle(program.command('list').description(l('cliList')))
    .addOption(archive())
    .option('--dyad <dyad>', l('cliDyad'))
    .option('--from <date>', l('cliFrom'))
    .option('--to <date>', l('cliTo'))
    .option('--words <words>', l('cliTitleWords'))
    .option('--order <order>', l('cliOrder'))
    .option('--look', l('cliLook'))
    .option('--removed', l('cliRemoved'))
    .option('--limit <number>', l('cliLimit'))
    .option('--cursor <cursor>', l('cliCursor'))
    .addOption(format())
    .action(async (options) => {
      const { runList } = await import('./list.ts');
      done(await runList(options, io, voice));
    });

  settle(program.command('show').description(l('cliShow')))
    .argument('<id>', l('cliId'))
    .addOption(archive())
    .option('--version <number>', l('cliVersionOf'))
    .option('--machine', l('cliMachine'))
    .option('--source', l('cliSource'))
    .option('--format <format>', l('cliFormat'))
    .option('--explain', l('cliExplain'))
    .option('--color', l('cliColor'))
    .option('--no-color', l('cliNoColor'))
    .action(async (id: string, options) => {
      const { runShow } = await import('./show.ts');
      done(await runShow(id, options, io, voice));
    });
}
