import { z } from 'zod';

/** `languages/<code>/acts.yaml` */
export const actsKnowledge = z.strictObject({});
