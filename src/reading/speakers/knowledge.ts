/** What a language knows of who speaks, made ready. */
import { compiled, type Pack } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { FrameKind } from './frame.ts';

type Group = 'joint' | 'pair' | 'own' | 'other' | 'others';

export interface Knowledge {
  readonly groups: Scanner<Group>;
  readonly frames: Scanner<FrameKind | 'together' | 'none'>;
  readonly between: Scanner<true>;
  readonly side: Scanner<true>;
  readonly landSide: ReadonlySet<string>;
  readonly some: Scanner<true>;
  readonly lands: ReadonlySet<string>;
  readonly attending: ReadonlySet<string>;
  readonly everybody: ReadonlySet<string>;
  readonly told: Scanner<true>;
  readonly after: Scanner<true>;
  readonly things: Scanner<true>;
  /** Between the own side and the others: 我が国を含め各国は. */
  readonly including: Scanner<true>;
  readonly someone: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly titles: readonly string[];
  readonly and: Scanner<true>;
  readonly addressed: Scanner<true>;
  readonly replies: Scanner<true>;
  readonly each: Scanner<true>;
  readonly press: Scanner<true>;
  /** Before the comma behind what one said. */
  readonly turns: readonly string[];
  readonly asides: Scanner<true>;
  readonly meetings: Scanner<true>;
  readonly inside: Scanner<true>;
  readonly speeches: Scanner<true>;
  readonly apart: Scanner<true>;
  readonly pairs: Scanner<true>;
}

const terms = <V>(words: readonly string[], value: V) => words.map((word): [string, V] => [word, value]);

export const speakersOf = compiled((pack: Pack): Knowledge | undefined => {
  const knowledge = pack.speakers;
  if (!knowledge) return undefined;
  const { frames } = knowledge;
  return {
    groups: makeScanner<Group>([
      ...terms(knowledge.joint, 'joint' as const),
      ...terms(knowledge.pair, 'pair' as const),
      ...terms(knowledge.own, 'own' as const),
      ...terms(knowledge.other, 'other' as const),
      ...terms(knowledge.others ?? [], 'others' as const),
    ]),
    frames: makeScanner<FrameKind | 'together' | 'none'>([
      ...terms(frames.source, 'source' as const),
      ...terms(frames.topic, 'topic' as const),
      ...terms(frames.together, 'together' as const),
      ...terms(frames.subject, 'subject' as const),
      ...terms(frames.stance, 'stance' as const),
      ...terms(knowledge.notFrames, 'none' as const),
    ]),
    between: makeScanner(terms(knowledge.between, true as const)),
    side: makeScanner(terms(knowledge.side, true as const)),
    landSide: new Set(knowledge.landSide),
    some: makeScanner(terms(knowledge.some ?? [], true as const)),
    lands: new Set(knowledge.lands),
    attending: new Set(knowledge.attending),
    everybody: new Set(knowledge.everybody),
    told: makeScanner(terms(knowledge.told?.by ?? [], true as const)),
    after: makeScanner(terms(knowledge.told?.not ?? [], true as const)),
    things: makeScanner(terms(knowledge.told?.things ?? [], true as const)),
    including: makeScanner(terms(knowledge.including ?? [], true as const)),
    someone: knowledge.someone ?? [],
    topics: frames.topic,
    sources: frames.source,
    titles: knowledge.titles,
    and: makeScanner(terms(knowledge.and, true as const)),
    addressed: makeScanner(terms(knowledge.addressed, true as const)),
    replies: makeScanner(terms(knowledge.replies, true as const)),
    each: makeScanner(terms(knowledge.each, true as const)),
    press: makeScanner(terms(knowledge.press, true as const)),
    turns: knowledge.turns ?? [],
    asides: makeScanner(terms(knowledge.asides ?? [], true as const)),
    meetings: makeScanner(terms(knowledge.meetings ?? [], true as const)),
    inside: makeScanner(terms(knowledge.inside ?? [], true as const)),
    speeches: makeScanner(terms(knowledge.speeches ?? [], true as const)),
    apart: makeScanner(terms(knowledge.apart ?? [], true as const)),
    pairs: makeScanner(terms(knowledge.pairs ?? [], true as const)),
  };
});
