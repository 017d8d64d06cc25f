import { z } from 'zod';

/** `languages/<code>/talks.yaml` */
export const talksKnowledge = z.strictObject({});
