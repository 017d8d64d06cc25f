import { z } from 'zod';

/** `languages/<code>/outline.yaml` */
export const outlineKnowledge = z.strictObject({});
