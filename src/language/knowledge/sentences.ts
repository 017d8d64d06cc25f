import { z } from 'zod';

/** `languages/<code>/sentences.yaml` */
export const sentencesKnowledge = z.strictObject({});
