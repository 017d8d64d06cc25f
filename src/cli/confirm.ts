import { makeFault } from '../desk/faults.ts';
import type { Voice } from '../language/voice.ts';
import type { Io } from './io.ts';

/** Asks on standard error and reads a line; yes is `y`, `yes` or the first sign of the interface's own word. @throws the fault where nobody can be asked. */
export async function confirmed(question: string, code: string, io: Io, voice: Voice): Promise<boolean> {
  if (!io.asks) throw makeFault(voice, code);
  await io.stderr.write(question);
  let line = '';
  for await (const piece of io.stdin) {
    line += new TextDecoder().decode(piece);
    if (line.includes('\n')) break;
  }
  const answer = line.trim().toLowerCase();
  return answer === 'y' || answer === 'yes' || (answer !== '' && voice.label('yes').startsWith(answer));
}
