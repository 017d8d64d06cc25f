/** docs/commands.md: the help of every command, as the program prints it. */
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import type { Voice } from '../../src/language/voice.ts';
import { HEAD } from './table.ts';

/** What the program writes to standard output, without colour, 80 columns wide. */
export async function printed(args: readonly string[], cwd: string): Promise<string> {
  let out = '';
  const keep = {
    write: async (words: string | Uint8Array) => {
      out += words;
    },
    isTTY: false,
    columns: 80,
  };
  const io: Io = { stdin: (async function* () {})(), stdout: keep, stderr: { write: async () => {}, isTTY: false }, env: { NO_COLOR: '1' }, cwd };
  await main(args, io);
  return out;
}

export async function commandsPage(voices: readonly Voice[], root: string): Promise<string> {
  const blocks: string[] = [];
  for (const { code, phrases } of voices) {
    const help = (args: readonly string[]) => printed([...args, '--help', '--interface', code], root);
    const top = await help([]);
    blocks.push(`## ${phrases.labels.languageName}`, fenced(top));
    for (const name of commandNames(top)) blocks.push(`### memcon ${name}`, fenced(await help([name])));
  }
  return `${HEAD}\n
# Commands

What \`memcon --help\` and the help of each command print. The language of messages is that of \`LC_ALL\`, \`LC_MESSAGES\` or \`LANG\`, or of \`--interface\`.

${blocks.join('\n\n')}
`;
}

/** The commands that the program's own help lists: lines that begin with a name and what follows it. */
function commandNames(help: string): string[] {
  return [...new Set([...help.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map((match) => match[1] as string))];
}

function fenced(words: string): string {
  return `\`\`\`text\n${words.trimEnd()}\n\`\`\``;
}
