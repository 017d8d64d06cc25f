/** The command line: what was asked, in which language to answer, and the exit status. Commands are loaded when they run. */
import { Command, CommanderError, Option } from 'commander';
import { isDay, makeFault } from '../desk/faults.ts';
import { interfaceCodes, loadLanguages, loadVoice } from '../desk/languages.ts';
import { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';
import { VERSION } from '../reading/version.ts';
import { addArchiveCommands } from './archive-commands.ts';
import { isMisuse } from './faults.ts';
import { type Io, STATUS, type Status } from './io.ts';

/** @param args what follows the program's name. Results go to `io.stdout`, messages to `io.stderr`. Never throws. */
export async function main(args: readonly string[], io: Io): Promise<Status> {
  try {
    const wanted = wantedInterface(args);
    const known = await interfaceCodes();
    const ours = wanted !== undefined && known.includes(wanted);
    // An empty LC_ALL is none.
    const voice = await loadVoice(ours ? wanted : io.env.LC_ALL || io.env.LC_MESSAGES || io.env.LANG);
    if (wanted !== undefined && !ours) throw makeFault(voice, 'cli/unknown-interface', { name: wanted, languages: known.join(', ') });
    return await run(withExclusions(asHelp(args)), io, voice);
  } catch (error) {
    if (error instanceof Fault) {
      await io.stderr.write(`memcon: ${error.problem}\n        ${error.cure}\n`);
      return isMisuse(error) ? STATUS.misuse : STATUS.other;
    }
    const words = error instanceof Error ? (io.env.MEMCON_DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
    await io.stderr.write(`memcon: ${words}\n`);
    return STATUS.other;
  }
}

async function run(args: readonly string[], io: Io, voice: Voice): Promise<Status> {
  let status: Status = STATUS.read;
  const printed: string[] = [];
  const l = voice.label;
  const program = new Command('memcon');
  const settle = (command: Command) =>
    command
      .exitOverride()
      .configureOutput({ writeOut: (words) => printed.push(words), writeErr: () => {}, outputError: () => {} })
      .configureHelp({ styleTitle: (title) => titles[title] ?? title, helpWidth: Math.min(100, io.stdout.columns ?? 80) })
      .helpOption('-h, --help', l('cliHelp'))
      .addOption(new Option('--interface <code>', l('cliInterface')));
  const titles: Record<string, string> = {
    'Usage:': l('cliUsage'),
    'Options:': l('cliOptions'),
    'Commands:': l('cliCommands'),
    'Arguments:': l('cliArguments'),
  };
  // Options of the program stand before the command, so that a command may have its own `--version`.
  settle(program).enablePositionalOptions().description(l('cli')).version(VERSION, '-V, --version', l('cliVersion')).helpCommand(false);
  const language = () => new Option('--language <code>', l('cliLanguage'));
  const published = () => new Option('--published <date>', l('cliPublished'));

  settle(program.command('read').description(l('cliRead')))
    .argument('[sources...]', l('cliSources', { words: 'FILE' }))
    .option('--format <format>', l('cliFormat'))
    .addOption(language())
    .addOption(published())
    .option('--explain', l('cliExplain'))
    .option('--output <file>', l('cliOutput'))
    .option('--color', l('cliColor'))
    .option('--no-color', l('cliNoColor'))
    .action(async (sources: string[], options) => {
      const language = await checkGiven(options, 'acts', voice);
      const { runRead } = await import('./read.ts');
      status = await runRead(sources, { ...options, language }, io, voice);
    });

  settle(program.command('dates').description(l('cliDates')))
    .argument('[sources...]', l('cliFiles', { words: 'FILE' }))
    .addOption(language())
    .addOption(published())
    .option('--jsonl', l('cliJsonl'))
    .option('--format <format>', 'text, json')
    .action(async (sources: string[], options) => {
      const language = await checkGiven(options, 'dates', voice);
      const { runDates } = await import('./dates.ts');
      status = await runDates(sources, { ...options, language }, io, voice);
    });

  addArchiveCommands(program, { settle, check: (options) => checkGiven(options, 'acts', voice), done: (of) => (status = of), io, voice });

  settle(program.command('serve').description(l('cliServe')))
    .option('--archive <file>', l('cliArchive'))
    .option('--samples', l('cliSamples'))
    .addOption(new Option('--who <name>', l('cliWho')))
    .option('--port <number>', l('cliPort'))
    .option('--host <host>', l('cliHost'))
    .option('--name <names...>', l('cliName'))
    .action(async (options) => {
      const { runServe } = await import('./serve.ts');
      status = await runServe(options, io, voice);
    });

  try {
    if (args.length === 0) {
      await io.stderr.write(program.helpInformation());
      return STATUS.misuse;
    }
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version' || error.code === 'commander.help') {
      await io.stdout.write(printed.join(''));
      return STATUS.read;
    }
    throw misuse(error, args, program, voice);
  }
  return status;
}

/**
 * What `--language` and `--published` may be, the same for all commands.
 *
 * @param section what a language must know for the command.
 * @returns the code of the language that is meant: `ja-JP` is read as `ja`.
 */
async function checkGiven(options: { language?: string; published?: string }, section: 'acts' | 'dates', voice: Voice): Promise<string | undefined> {
  if (options.published !== undefined && !isDay(options.published)) throw makeFault(voice, 'cli/bad-date', { name: options.published });
  if (options.language === undefined) return undefined;
  const known = (await loadLanguages())
    .filter((pack) => pack[section] ?? (section === 'acts' ? pack.initial?.acts : undefined))
    .map((pack) => pack.code);
  const meant = [options.language, options.language.split('-')[0] as string].find((code) => known.includes(code));
  if (meant === undefined) throw makeFault(voice, 'cli/unknown-language', { name: options.language, languages: known.join(', ') });
  return meant;
}

/** `help read` is `read --help`. */
function asHelp(args: readonly string[]): readonly string[] {
  return args[0] === 'help' ? [...args.slice(1), '--help'] : args;
}

/** `search -word` excludes a word and is no option; a minus sign says the same. */
function withExclusions(args: readonly string[]): readonly string[] {
  return args[0] === 'search' ? args.map((arg) => (/^-(?!-|h$)/.test(arg) ? `\u2212${arg.slice(1)}` : arg)) : args;
}

/** commander's own errors, in the words of our catalogue. */
function misuse(error: CommanderError, args: readonly string[], program: Command, voice: Voice): Fault {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = program.commands.map((one) => one.name()).find((name) => args.includes(name));
  const place = command ? `${command} ` : '';
  switch (error.code) {
    case 'commander.unknownOption':
      return makeFault(voice, 'cli/unknown-option', { option: named, command: place });
    case 'commander.unknownCommand':
      return makeFault(voice, 'cli/unknown-command', { name: named });
    case 'commander.excessArguments':
      return command
        ? makeFault(voice, 'cli/too-many-arguments', { name: args.at(-1) ?? '', command: place })
        : makeFault(voice, 'cli/unknown-command', { name: args.find((arg) => !arg.startsWith('-')) ?? '' });
    case 'commander.optionMissingArgument': {
      const option = named.split(' ')[0] ?? named;
      const examples: Record<string, string> = { '--format': 'json', '--published': '2010-11-13', '--output': 'record.json', '--port': '4870' };
      return makeFault(voice, 'cli/option-needs-value', { option, example: `${option} ${examples[option] ?? voice.code}` });
    }
    default:
      return makeFault(voice, 'cli/misuse', { message: error.message.replace(/^error: /, '') });
  }
}

function wantedInterface(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--interface' || arg.startsWith('--interface='));
  if (at < 0) return undefined;
  const arg = args[at] as string;
  return arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[at + 1];
}
