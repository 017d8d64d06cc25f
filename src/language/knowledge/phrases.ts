import { z } from 'zod';

/** `languages/<code>/phrases.yaml` */
export const phrasesKnowledge = z.strictObject({});
