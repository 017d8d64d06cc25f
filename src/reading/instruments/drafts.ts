/** Which instrument a name stands for: short later names are joined with the full one. */
import type { DateMention, Instrument, Mention } from '../../record/reading.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import { isJoint } from '../mentions/scripts.ts';
import type { InstrumentName } from './names.ts';

export interface Draft {
  /** The short one gives way to the full name that a later place sets beside it. */
  name: string;
  readonly kind: Instrument['kind'];
  readonly spans: [number, number][];
  readonly parties: readonly string[];
  readonly events: Instrument['events'][number][];
  readonly clauses: NonNullable<Instrument['clauses']>;
  /** The name without the parties at its head. */
  readonly subject?: string | undefined;
  /** How the text also calls it. */
  readonly aliases: string[];
  /** Only a heading has named it, by what it is: 共同声明の発出. */
  headed?: boolean;
}

/** Names remembered with their last words; a text with more repeats itself. */
const MANY = 64;
/** A subject with fewer units tells nothing: 協定. */
const SHORTEST = 4;
/** A party with whom it was made is named at most this far before the name, in units. */
const BETWEEN = 16;
/** A short name in Latin capitals. */
const LATIN = /^[A-Z\uff21-\uff3a][A-Za-z0-9-]{1,9}$/;

/** Instruments of which a pair of countries has one of a name. */
const TREATIES: ReadonlySet<Instrument['kind']> = new Set(['treaty', 'agreement', 'protocol']);

export interface Shelf {
  readonly drafts: Draft[];
  readonly byName: Map<string, Draft>;
  /** Short names in Latin letters that the text gave, by which it may call them from then on. */
  readonly called: Map<string, Draft['kind']>;
  /** The instrument named last, which 同条約 and 協定 point at. */
  latest?: Draft | undefined;
}

/** What a language knows of the parties to what is named. */
interface Naming {
  readonly with: readonly string[];
  readonly by?: readonly string[] | undefined;
  readonly short?: Readonly<Record<string, string>> | undefined;
}

/**
 * The instrument of a name: one already told, by its name, its last word or its short form, or a new one; undefined for a bare word that
 * points at nothing.
 *
 * @param knowledge what stands between two parties or behind one who announces alone, and full names by their short ones. @param beside the one that it is joined with in a row, right before it: 日EU・EPA及びSPA are of the same parties.
 */
export function draftOf(
  text: string,
  name: InstrumentName,
  shelf: Shelf,
  mentions: readonly Mention[],
  parties: readonly string[],
  { with: between, by = [], short = {} }: Naming,
  beside?: Draft,
): Draft | undefined {
  const words = text.slice(...name.span);
  const inside = within(mentions, name.span).flatMap((mention) => (isParty(mention) ? [mention.party] : []));
  const subject = inside.length > 1 ? subjectOf(text, name.span, within(mentions, name.span), short) : undefined;
  const draft =
    known(words, name, shelf) ??
    underHeading() ??
    called() ??
    twin() ??
    ofProject() ??
    (name.bare && !(name.alone && !name.pointing) ? undefined : fresh());
  if (draft) {
    shelf.latest = draft;
    // the title gave the full name alone, the text its short one
    if (name.alias && !shelf.byName.has(name.alias)) call(draft, name.alias);
  }
  return draft;

  function call(one: Draft, alias: string): void {
    shelf.byName.set(alias, one);
    one.aliases.push(alias);
    if (LATIN.test(alias) && shelf.called.size < MANY) shelf.called.set(alias, one.kind);
  }

  /** 共同声明の発出, and below it 日露共同声明を発出した: the heading's. */
  function underHeading(): Draft | undefined {
    const { latest } = shelf;
    if (!latest?.headed || latest.kind !== name.kind || !words.endsWith(latest.name)) return undefined;
    latest.name = words;
    latest.headed = false;
    shelf.byName.set(words, latest);
    return latest;
  }

  /** 日露租税条約… 「所得に対する…協定」(日露租税条約): told under its short name before. */
  function called(): Draft | undefined {
    const same = name.alias === undefined ? undefined : shelf.byName.get(name.alias);
    if (!same || same.kind === 'joint-statement' || name.bare) return undefined;
    same.name = words;
    shelf.byName.set(words, same);
    same.aliases.push(name.alias as string);
    return same;
  }

  /** 日露EPA after 日露経済連携協定, 日・ロシア投資協定 after 日露投資協定: of the same parties, and the same but for how it is written. */
  function twin(): Draft | undefined {
    if (!TREATIES.has(name.kind)) return undefined;
    const full = inFull(subject ?? words, short);
    const one = shelf.drafts.slice(-MANY).findLast((draft) => {
      if (draft.kind !== name.kind || (subject !== undefined && !isSame(draft.parties, inside))) return false;
      const other = inFull(draft.subject ?? draft.name, short);
      return subject === undefined ? full !== words && other === full : other === full && (draft.subject !== undefined || draft.name in short);
    });
    if (!one) return undefined;
    if (subject !== undefined && one.subject === undefined) one.name = words;
    shelf.byName.set(words, one);
    return one;
  }

  /** 「某計画」に係る交換公文, and 「某計画」の交換公文 further on: notes on one project are one. */
  function ofProject(): Draft | undefined {
    const title = name.kind === 'exchange-of-notes' ? titleIn(words) : undefined;
    const one = title && shelf.drafts.slice(-MANY).findLast((draft) => draft.kind === name.kind && titleIn(draft.name) === title);
    if (one) shelf.byName.set(words, one);
    return one || undefined;
  }

  /** 西園総理大臣が発表した「南米協力イニシアティブ」: of the one alone who announced it. */
  function announcer(): string | undefined {
    const before = within(mentions, [name.span[0] - BETWEEN, name.span[0]]).at(-1);
    const word = before && by.find((one) => text.startsWith(one, before.span[1]));
    return word && name.span[0] - before.span[1] - word.length <= 1 ? before.party : undefined;
  }

  function fresh(): Draft {
    // 中国との間で友好条約に署名: a treaty with a third
    const third = within(mentions, [name.span[0] - BETWEEN, name.span[0]]).flatMap((mention) =>
      isParty(mention) && !parties.includes(mention.party) && between.some((word) => text.startsWith(word, mention.span[1])) ? [mention.party] : [],
    );
    const alone = inside.length === 0 ? announcer() : undefined;
    const own = [...new Set(inside.length > 0 ? inside : third)];
    const made: Draft = {
      name: words,
      kind: name.kind,
      spans: [],
      parties: alone ? [alone] : beside && own.length === 0 && LATIN.test(words) ? beside.parties : partiesOf(own, parties, name),
      events: [],
      clauses: [],
      subject,
      aliases: [],
    };
    shelf.byName.set(words, made);
    shelf.drafts.push(made);
    return made;
  }
}

/** The first title in quotation marks. */
function titleIn(words: string): string | undefined {
  return /\u300c([^\u300c\u300d]+)\u300d/.exec(words)?.[1];
}

/** EPA → 経済連携協定, where the words end so and no Latin letter stands before. */
function inFull(words: string, short: Readonly<Record<string, string>>): string {
  const found = Object.keys(short).find((one) => words.endsWith(one) && !/[A-Za-z]/.test(words.charAt(words.length - one.length - 1)));
  return (found ? words.slice(0, -found.length) + short[found] : words).replaceAll('・', '');
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((party) => other.includes(party));
}

/** 日露刑事共助条約 → 刑事共助条約: what stands behind the parties at the head of a name; undefined where too little is left to tell it by. */
function subjectOf(text: string, [start, end]: Span, inside: readonly Mention[], short: Readonly<Record<string, string>>): string | undefined {
  let at = start;
  for (const mention of inside) {
    if (!isParty(mention)) continue;
    const { span } = mention;
    const joint = at > start && isJoint(text.charCodeAt(at)) ? 1 : 0;
    if (span[0] !== at + joint) break;
    at = span[1];
  }
  // 日EU・EPA
  if (isJoint(text.charCodeAt(at))) at++;
  const subject = text.slice(at, end);
  return at > start && (end - at >= SHORTEST || subject in short) ? subject : undefined;
}

/** A country, or a body that concludes treaties of its own: 日EU, 日・ASEAN. */
function isParty(mention: Mention): mention is Mention & { party: string } {
  return (mention.kind === 'party' || mention.kind === 'organisation') && mention.party !== undefined;
}

/** The parties that the name tells, else those of the talks; those of a treaty among many are not told. */
function partiesOf(own: readonly string[], talks: readonly string[], { multilateral }: InstrumentName): readonly string[] {
  if (own.length > 1) return own;
  if (multilateral || own.some((party) => !talks.includes(party))) return own;
  return talks;
}

function known(words: string, { bare, pointing, kind }: InstrumentName, { byName, drafts, latest }: Shelf): Draft | undefined {
  const same = byName.get(words);
  if (same && !pointing) return same;
  if (bare || pointing) {
    if (latest?.name.endsWith(words)) return latest;
    if (pointing && latest?.kind === kind) return latest;
    return drafts.slice(-MANY).findLast(({ name }) => name.endsWith(words));
  }
  return drafts
    .slice(-MANY)
    .findLast(
      ({ name, aliases }) =>
        name.endsWith(words) ||
        (words.endsWith(name) && name.length > 4) ||
        aliases.some((alias) => alias.endsWith(words) || (words.endsWith(alias) && isHead(words.slice(0, -alias.length), name))),
    );
}

/** 日EU・EPA after 日EU経済連携協定(EPA): what stands before the short name stands at the head of the full one. */
function isHead(head: string, name: string): boolean {
  const plain = (words: string): string => words.replaceAll('・', '');
  return head !== '' && plain(name).startsWith(plain(head));
}

/** The mentions that begin inside a span; `mentions` are in the order of the text. */
function within(mentions: readonly Mention[], span: Span): Mention[] {
  const result: Mention[] = [];
  for (let i = firstFrom(mentions, span[0]); i < mentions.length && (mentions[i] as Mention).span[0] < span[1]; i++)
    result.push(mentions[i] as Mention);
  return result;
}

/** A step that is told without its day: the words of the step stand for it, and no value. */
export function notTold(text: string, span: Span): DateMention {
  return { text: text.slice(...span), span: [span[0], span[1]], basis: 'inferred', rule: 'instruments/no-day-told' };
}
