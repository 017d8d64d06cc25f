import { z } from 'zod';

/** `languages/<code>/names.yaml` */
export const namesKnowledge = z.strictObject({});
