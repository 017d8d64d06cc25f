/** The commands that set readouts beside one another. Each is loaded when it runs. */
import { type Command, Option } from 'commander';
import type { Joining } from './archive-commands.ts';

export function addComparisonCommands(program: Command, { settle, done, io, voice }: Joining): void {
  const l = voice.label;
  const shown = (command: Command) =>
    command
      .addOption(new Option('--archive <file>', l('cliArchive')))
      .addOption(new Option('--format <format>', l('cliTextJson')))
      .option('--color', l('cliColor'))
      .option('--no-color', l('cliNoColor'));

  shown(settle(program.command('compare').description(l('cliCompare'))))
    .argument('<before>', l('cliCompareOne', { words: 'FILE' }))
    .argument('<after>', l('cliCompareOne', { words: 'FILE' }))
    .option('--rest', l('cliCompareRest'))
    .action(async (before: string, after: string, options) => {
      const { runCompare } = await import('./compare.ts');
      done(await runCompare([before, after], options, io, voice));
    });
}
