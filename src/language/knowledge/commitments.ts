import { z } from 'zod';

/** `languages/<code>/commitments.yaml` */
export const commitmentsKnowledge = z.strictObject({});
