/**
 * What was promised: who owes what to whom, by when, and how far the words go.
 *
 *   > ラヴロフ外相から訪露招待があり、前原大臣から、来年ロシアを訪問したいとの意向を伝達。
 *     an invitation by RU to JP, invited; a visit by JP to RU, intended, due next year, which answers it
 *
 * 1 a promise told several times is one commitment with all its statements; 2 debtor and creditor come from the words, and
 * where these do not tell there is no commitment; 3 the stage is what the words support and no more: an intention is no acceptance,
 * an arrangement still to be made no agreement.
 */
import type { Pack } from '../language/pack.ts';
import type { Commitment, DateMention, Mention, Statement, Talks } from '../record/reading.ts';
import { digest } from '../text/digest.ts';
import { dueOf } from './commitments/due.ts';
import { findPromises, type Promised } from './commitments/promises.ts';
import type { Stage } from './stage.ts';

/** Later stages outweigh earlier ones of the same promise. */
const LADDER: readonly Commitment['stage'][] = ['deferred', 'declined', 'invited', 'intended', 'accepted', 'agreed', 'scheduled', 'done'];

interface Merged {
  readonly promise: Promised;
  readonly statements: string[];
  stage: Commitment['stage'];
  due?: DateMention | undefined;
  conditions: NonNullable<Commitment['conditions']>;
  visitor?: string | undefined;
}

export function findCommitments(
  text: string,
  statements: readonly Statement[],
  talks: readonly Talks[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  pack: Pack,
): Stage<Commitment[]> {
  const knowledge = pack.commitments;
  if (!knowledge) return { value: [], issues: [] };
  const sides = new Map(talks.map((one) => [one.id, one]));
  const open = new Map<string, Merged[]>();
  const result: Merged[] = [];
  for (const statement of statements) {
    const met = sides.get(statement.talks);
    if (!met) continue;
    const inside = statement.mentions.map((i) => mentions[i] as Mention);
    for (const promise of findPromises(text, statement, inside, met, knowledge)) {
      const due = dueOf(statement.dates.map((i) => dates[i] as DateMention), promise.at, statement.span, met.date?.edtf);
      const stage = promise.stage === 'agreed' && due?.edtf && /^\d{4}-\d\d-\d\d/.test(due.edtf) ? 'scheduled' : promise.stage;
      const key = `${promise.kind} ${promise.by.join('+')} ${promise.to.join('+')} ${promise.matter}`;
      const group = open.get(key) ?? [];
      open.set(key, group);
      const same = group.find((one) => compatible(one, due, promise.visitor));
      if (same) {
        same.statements.push(statement.id);
        same.due ??= due;
        same.visitor ??= promise.visitor;
        same.conditions.push(...promise.conditions);
        if (LADDER.indexOf(stage) > LADDER.indexOf(same.stage)) same.stage = stage;
      } else {
        const made: Merged = { promise, statements: [statement.id], stage, due, conditions: [...promise.conditions], visitor: promise.visitor };
        group.push(made);
        result.push(made);
      }
    }
  }
  return { value: linked(text, result, pack.code), issues: [] };
}

function compatible(one: Merged, due: DateMention | undefined, visitor: string | undefined): boolean {
  if (one.visitor !== undefined && visitor !== undefined && one.visitor !== visitor) return false;
  const [a, b] = [one.due?.edtf, due?.edtf];
  return a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a);
}

/** Makes the commitments, each visit answering the invitation of its host. */
function linked(text: string, merged: readonly Merged[], code: string): Commitment[] {
  const made = merged.map(({ promise, statements, stage, due, conditions }): Commitment => {
    const [start, end] = promise.span;
    const what = text.slice(start, end);
    return {
      id: `c-${digest(promise.kind, promise.by.join('+'), promise.to.join('+'), promise.matter, statements[0] as string)}`,
      kind: promise.kind,
      by: [...promise.by],
      to: [...promise.to],
      what,
      span: [start, end],
      ...(due && { due }),
      ...(conditions.length > 0 && { conditions }),
      stage,
      statements: [...new Set(statements)],
      rule: `${code}.commitments/${promise.rule}`,
    };
  });
  for (const visit of made) {
    if (visit.kind !== 'visit' || visit.by.length !== 1) continue;
    const invitation = made.find((one) => one.kind === 'invitation' && one.by[0] === visit.to[0] && one.to[0] === visit.by[0]);
    if (invitation) visit.answers = invitation.id;
  }
  return made;
}

