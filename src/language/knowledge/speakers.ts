import { z } from 'zod';

/** `languages/<code>/speakers.yaml` */
export const speakersKnowledge = z.strictObject({});
