import { z } from 'zod';

/** `languages/<code>/furniture.yaml` */
export const furnitureKnowledge = z.strictObject({});
