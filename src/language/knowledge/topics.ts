import { z } from 'zod';

/** `languages/<code>/topics.yaml` */
export const topicsKnowledge = z.strictObject({});
