/** The commands over the archive, and what they take. Each is loaded when it runs. */
import { type Command, Option } from 'commander';
import { addComparisonCommands } from './comparison-commands.ts';
import type { Joining } from './joining.ts';

export function addArchiveCommands(program: Command, joining: Joining): void {
  const { settle, check, done, io, voice } = joining;
  const l = voice.label;
  const archive = () => new Option('--archive <file>', l('cliArchive'));
  const format = () => new Option('--format <format>', l('cliTextJson'));
  const who = () => new Option('--who <name>', l('cliWho'));

  settle(program.command('add').description(l('cliAdd')))
    .argument('[sources...]', l('cliAddSources', { words: 'FILE' }))
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

  settle(program.command('watch').description(l('cliWatch')))
    .argument('[feeds...]', l('cliFeeds', { words: 'FEED' }))
    .addOption(archive())
    .option('--every <interval>', l('cliEvery'))
    .option('--language <code>', l('cliLanguage'))
    .addOption(new Option('--who <name>', l('cliWho')))
    .addOption(format())
    .action(async (feeds: string[], options) => {
      const language = await check(options);
      const { runWatch } = await import('./watch.ts');
      done(await runWatch(feeds, { ...options, language }, io, voice));
    });

  settle(program.command('list').description(l('cliList')))
    .addOption(archive())
    .option('--dyad <dyad>', l('cliDyad'))
    .option('--from <date>', l('cliFrom'))
    .option('--to <date>', l('cliTo'))
    .option('--words <words>', l('cliTitleWords'))
    .option('--order <order>', l('cliOrder'))
    .option('--kind <kind>', l('cliTextKind', { words: Object.keys(voice.phrases.textKinds).join(', ') }))
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

  settle(program.command('search').description(l('cliSearch')))
    .argument('[words...]', l('cliSearchWords'))
    .addOption(archive())
    .option('--within <place>', l('cliWithin'))
    .option('--dyad <dyad>', l('cliDyad'))
    .option('--side <side>', l('cliSide'))
    .option('--act <act>', l('cliAct'))
    .option('--family <family>', l('cliFamily'))
    .option('--topic <topic>', l('cliTopic'))
    .option('--person <id>', l('cliPerson'))
    .option('--level <level>', l('cliLevel'))
    .option('--kind <kind>', l('cliKind'))
    .option('--text-kind <kind>', l('cliTextKind', { words: Object.keys(voice.phrases.textKinds).join(', ') }))
    .option('--texts', l('cliOnlyTexts'))
    .option('--language <code>', l('cliLanguageOf'))
    .option('--year <year>', l('cliYear'))
    .option('--withheld <yes|no>', l('cliWithheld'))
    .option('--part <part>', l('cliPart'))
    .option('--from <date>', l('cliFrom'))
    .option('--to <date>', l('cliTo'))
    .option('--document <id>', l('cliInDocument'))
    .option('--order <order>', l('cliSearchOrder'))
    .option('--count <facets>', l('cliCount'))
    .option('--limit <number>', l('cliLimit'))
    .option('--cursor <cursor>', l('cliCursor'))
    .addOption(format())
    .option('--color', l('cliColor'))
    .option('--no-color', l('cliNoColor'))
    .action(async (words: string[], options) => {
      const { runSearch } = await import('./search.ts');
      done(await runSearch(words, options, io, voice));
    });

  const wording = (command: Command) =>
    command
      .addOption(archive())
      .option('--from <date>', l('cliFrom'))
      .option('--to <date>', l('cliTo'))
      .addOption(format())
      .option('--color', l('cliColor'))
      .option('--no-color', l('cliNoColor'));

  wording(settle(program.command('formulas').description(l('cliFormulas'))))
    .argument('[dyad]', l('cliDyad'))
    .option('--publisher <party>', l('cliPublisher'))
    .option('--least <number>', l('cliLeast'))
    .option('--limit <number>', l('cliLimit'))
    .action(async (dyad: string | undefined, options) => {
      const { runFormulas } = await import('./wording.ts');
      done(await runFormulas(dyad, options, io, voice));
    });

  wording(settle(program.command('formula').description(l('cliFormula'))))
    .argument('<phrase>', l('cliPhrase'))
    .option('--dyad <dyad>', l('cliDyad'))
    .option('--publisher <party>', l('cliPublisher'))
    .action(async (phrase: string, options) => {
      const { runFormula } = await import('./wording.ts');
      done(await runFormula(phrase, options, io, voice));
    });

  wording(settle(program.command('positions').description(l('cliPositions'))))
    .argument('<dyad>', l('cliDyad'))
    .option('--topic <topic>', l('cliTopicOne'))
    .action(async (dyad: string, options) => {
      const { runPositions } = await import('./wording.ts');
      done(await runPositions(dyad, options, io, voice));
    });

  addComparisonCommands(program, joining);

  const asOf = () => new Option('--as-of <date>', l('cliAsOf'));
  settle(program.command('ledger').description(l('cliLedger')))
    .argument('[dyad]', l('cliDyadArgument'))
    .addOption(archive())
    .addOption(asOf())
    .option('--by <party>', l('cliOwedBy'))
    .option('--kind <kind>', l('cliLedgerKind'))
    .option('--state <state>', l('cliLedgerState'))
    .option('--group <group>', l('cliLedgerGroup'))
    .option('--due <date>', l('cliLedgerDue'))
    .option('--line <id>', l('cliLedgerLine'))
    .option('--format <format>', l('cliLedgerFormat'))
    .option('--color', l('cliColor'))
    .option('--no-color', l('cliNoColor'))
    .action(async (dyad: string | undefined, options) => {
      const { runLedger } = await import('./ledger.ts');
      done(await runLedger(dyad, options, io, voice));
    });

  settle(program.command('clock').description(l('cliClock')))
    .argument('<dyad>', l('cliDyadOnly'))
    .addOption(archive())
    .addOption(asOf())
    .addOption(format())
    .option('--color', l('cliColor'))
    .option('--no-color', l('cliNoColor'))
    .action(async (dyad: string, options) => {
      const { runClock } = await import('./ledger.ts');
      done(await runClock(dyad, options, io, voice));
    });

  settle(program.command('correct').description(l('cliCorrect')))
    .argument('[id]', l('cliId'))
    .argument('[target]', l('cliTarget'))
    .addOption(archive())
    .option('--act <act>', l('cliSetAct'))
    .option('--speakers <speakers>', l('cliSetSpeakers'))
    .option('--mode <mode>', l('cliSetMode'))
    .option('--addressees <parties>', l('cliSetAddressees'))
    .option('--topics <topics>', l('cliSetTopics'))
    .option('--withheld <yes|no>', l('cliSetWithheld'))
    .option('--strike', l('cliStrike'))
    .option('--approve', l('cliApprove'))
    .option('--verb <words>', l('cliSetVerb'))
    .option('--date <date>', l('cliSetDate'))
    .option('--published <date>', l('cliSetPublished'))
    .option('--kind <kind>', l('cliSetKind'))
    .option('--level <level>', l('cliSetLevel'))
    .option('--start <date-time>', l('cliSetStart'))
    .option('--end <date-time>', l('cliSetEnd'))
    .option('--duration <duration>', l('cliSetDuration'))
    .option('--place <place>', l('cliSetPlace'))
    .option('--occasion <words>', l('cliSetOccasion'))
    .option('--ordinal <number>', l('cliSetOrdinal'))
    .option('--parties <parties>', l('cliSetParties'))
    .option('--participants <persons>', l('cliSetParticipants'))
    .option('--form <forms>', l('cliSetForm'))
    .option('--stage <stage>', l('cliSetStage'))
    .option('--by <parties>', l('cliSetBy'))
    .option('--to <parties>', l('cliSetTo'))
    .option('--due <date>', l('cliSetDue'))
    .option('--same <ids>', l('cliSame'))
    .option('--different <ids>', l('cliDifferent'))
    .option('--part <id,day>', l('cliPartTreaty'))
    .option('--rejoin <id,day>', l('cliRejoinTreaty'))
    .option('--reading <id,reading>', l('cliReading'))
    .option('--list', l('cliCorrections'))
    .option('--orphans', l('cliOrphans'))
    .option('--why <words>', l('cliWhy'))
    .addOption(who())
    .addOption(format())
    .action(async (id: string | undefined, target: string | undefined, options) => {
      const { runCorrect } = await import('./correct.ts');
      done(await runCorrect(id, target, options, io, voice));
    });

  settle(program.command('undo').description(l('cliUndo')))
    .argument('<correction>', l('cliCorrectionId'))
    .addOption(archive())
    .option('--why <words>', l('cliWhy'))
    .addOption(who())
    .addOption(format())
    .action(async (id: string, options) => {
      const { runUndo } = await import('./correct.ts');
      done(await runUndo(id, options, io, voice));
    });

  settle(program.command('remove').description(l('cliRemove')))
    .argument('<ids...>', l('cliId'))
    .addOption(archive())
    .option('--yes', l('cliYes'))
    .addOption(who())
    .addOption(format())
    .action(async (ids: string[], options) => {
      const { runRemove } = await import('./remove.ts');
      done(await runRemove(ids, options, io, voice));
    });

  settle(program.command('restore').description(l('cliRestore')))
    .argument('<ids...>', l('cliId'))
    .addOption(archive())
    .addOption(who())
    .addOption(format())
    .action(async (ids: string[], options) => {
      const { runRestore } = await import('./remove.ts');
      done(await runRestore(ids, options, io, voice));
    });

  settle(program.command('history').description(l('cliHistory')))
    .argument('[id]', l('cliId'))
    .addOption(archive())
    .option('--limit <number>', l('cliLimit'))
    .option('--cursor <cursor>', l('cliCursor'))
    .addOption(format())
    .action(async (id: string | undefined, options) => {
      const { runHistory } = await import('./history.ts');
      done(await runHistory(id, options, io, voice));
    });

  settle(program.command('reread').description(l('cliReread')))
    .argument('[ids...]', l('cliId'))
    .addOption(archive())
    .option('--yes', l('cliYesReread'))
    .addOption(who())
    .addOption(format())
    .action(async (ids: string[], options) => {
      const { runReread } = await import('./reread.ts');
      done(await runReread(ids, options, io, voice));
    });

  settle(program.command('brief').description(l('cliBrief')))
    .argument('<dyad>', l('cliBriefDyad'))
    .addOption(archive())
    .option('--before <date>', l('cliBefore'))
    .option('--topics <topics>', l('cliTopics'))
    .option('--pages <number>', l('cliPages'))
    .option('--format <format>', l('cliBriefFormat'))
    .option('--locale <code>', l('cliLocale'))
    .option('--output <file>', l('cliOutputFile'))
    .action(async (dyad: string, options) => {
      const { runBrief } = await import('./brief.ts');
      done(await runBrief(dyad, options, io, voice));
    });

  settle(program.command('verify').description(l('cliVerify')))
    .addOption(archive())
    .addOption(format())
    .action(async (options) => {
      const { runVerify } = await import('./verify.ts');
      done(await runVerify(options, io, voice));
    });

  settle(program.command('backup').description(l('cliBackup')))
    .argument('<file>', l('cliBackupTo'))
    .addOption(archive())
    .addOption(format())
    .action(async (to: string, options) => {
      const { runBackup } = await import('./verify.ts');
      done(await runBackup(to, options, io, voice));
    });
}
