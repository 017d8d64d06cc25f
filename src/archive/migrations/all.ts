import { first } from './0001-first.ts';
import { grams } from './0002-grams.ts';
import { told } from './0003-told.ts';
import { eventDays } from './0004-event-days.ts';
import { extracts } from './0005-extracts.ts';
import { textKinds } from './0006-text-kinds.ts';
import { fetched } from './0007-fetched.ts';
import { passages } from './0008-passages.ts';
import type { Migration } from './migration.ts';

/** In order. A form that was released is never edited: what is new gets a number of its own. */
export const MIGRATIONS: readonly Migration[] = [first, grams, told, eventDays, extracts, textKinds, fetched, passages];
