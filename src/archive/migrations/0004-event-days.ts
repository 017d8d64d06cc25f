/** Steps of instruments by their day, so that what comes next is found without looking at every step that was ever told. */
import type { Migration } from './migration.ts';

export const eventDays: Migration = {
  number: 4,
  sql: 'CREATE INDEX event_by_day ON instrument_event (day) WHERE day IS NOT NULL;',
};
