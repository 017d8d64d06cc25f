/**
 * The sections a language folder may have, each with the schema its file must meet. The file name is the key. Only the
 * loader and the tests run these; the reading imports types.
 */
import { actsKnowledge } from './knowledge/acts.ts';
import { clausesKnowledge } from './knowledge/clauses.ts';
import { commitmentsKnowledge } from './knowledge/commitments.ts';
import { comparisonKnowledge } from './knowledge/comparison.ts';
import { datesKnowledge } from './knowledge/dates.ts';
import { furnitureKnowledge } from './knowledge/furniture.ts';
import { instrumentsKnowledge } from './knowledge/instruments.ts';
import { kindsKnowledge } from './knowledge/kinds.ts';
import { languageKnowledge } from './knowledge/language.ts';
import { namesKnowledge } from './knowledge/names.ts';
import { outlineKnowledge } from './knowledge/outline.ts';
import { phrasesKnowledge } from './knowledge/phrases.ts';
import { sentencesKnowledge } from './knowledge/sentences.ts';
import { speakersKnowledge } from './knowledge/speakers.ts';
import { talksKnowledge } from './knowledge/talks.ts';
import { topicsKnowledge } from './knowledge/topics.ts';
import { visitsKnowledge } from './knowledge/visits.ts';

export const sections = {
  language: languageKnowledge,
  furniture: furnitureKnowledge,
  outline: outlineKnowledge,
  sentences: sentencesKnowledge,
  dates: datesKnowledge,
  names: namesKnowledge,
  talks: talksKnowledge,
  clauses: clausesKnowledge,
  speakers: speakersKnowledge,
  acts: actsKnowledge,
  topics: topicsKnowledge,
  commitments: commitmentsKnowledge,
  visits: visitsKnowledge,
  instruments: instrumentsKnowledge,
  comparison: comparisonKnowledge,
  kinds: kindsKnowledge,
  phrases: phrasesKnowledge,
} as const;
