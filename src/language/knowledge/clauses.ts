import { z } from 'zod';

/** `languages/<code>/clauses.yaml` */
export const clausesKnowledge = z.strictObject({});
