import { z } from 'zod';
import { TOPICS, type Topic } from '../../record/topics.generated.ts';

/** `languages/<code>/topics.yaml`: topic of `vocabulary/topics.yaml` → words that show it. */
export const topicsKnowledge = z.partialRecord(z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]), z.array(z.string().min(1)));
