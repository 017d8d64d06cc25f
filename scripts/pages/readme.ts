/** The pictures of the terminal in the readmes: a block of one `memcon` command, and what it prints after it. */
import { printed } from './commands.ts';

const PICTURE = /```sh\nmemcon ([^\n]+)\n```\n\n```text\n(?:[^`]*\n)?```/g;

/** The readme with each picture as the program prints it now, in the language of the readme, 80 columns wide. */
export async function withPictures(readme: string, language: string, root: string): Promise<string> {
  let out = '';
  let at = 0;
  for (const match of readme.matchAll(PICTURE)) {
    const words = await printed([...(match[1] as string).split(' '), '--interface', language], root);
    out += `${readme.slice(at, match.index)}\`\`\`sh\nmemcon ${match[1]}\n\`\`\`\n\n\`\`\`text\n${words.trimEnd()}\n\`\`\``;
    at = match.index + match[0].length;
  }
  return out + readme.slice(at);
}

/** `README.md` → en, `README.ja.md` → ja. */
export function languageOf(name: string): string {
  return /\.([a-z]{2})\.md$/.exec(name)?.[1] ?? 'en';
}
