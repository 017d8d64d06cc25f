/** The commands that set readouts beside one another. Each is loaded when it runs. */
import { type Command, Option } from 'commander';
import type { Joining } from './joining.ts';

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

  const decided = (command: Command) => command.option('--why <words>', l('cliWhy')).addOption(new Option('--who <name>', l('cliWho')));

  decided(shown(settle(program.command('accounts').description(l('cliAccounts')))))
    .argument('<dyad-or-id>', l('cliAccountsOne', { words: 'FILE' }))
    .argument('[date-or-id]', l('cliAccountsOther', { words: 'FILE' }))
    .option('--pair <statements>', l('cliPair'))
    .option('--unpair <statements>', l('cliUnpair'))
    .action(async (one: string, other: string | undefined, options) => {
      const { runAccounts } = await import('./accounts.ts');
      done(await runAccounts([one, other], options, io, voice));
    });

  decided(shown(settle(program.command('contradictions').description(l('cliContradictions')))))
    .argument('<dyad>', l('cliDyad'))
    .option('--judge <candidate>', l('cliJudge'))
    .option('--verdict <verdict>', l('cliVerdict'))
    .action(async (dyad: string, options) => {
      const { runContradictions } = await import('./accounts.ts');
      done(await runContradictions(dyad, options, io, voice));
    });
}
