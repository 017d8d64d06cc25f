import { z } from 'zod';

/** `languages/<code>/instruments.yaml` */
export const instrumentsKnowledge = z.strictObject({});
