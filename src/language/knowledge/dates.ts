import { z } from 'zod';

/** `languages/<code>/dates.yaml` */
export const datesKnowledge = z.strictObject({});
