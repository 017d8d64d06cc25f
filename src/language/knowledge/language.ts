import { z } from 'zod';

/** `languages/<code>/language.yaml` */
export const languageKnowledge = z.strictObject({
  code: z.string().describe('BCP 47'),
  name: z.string().describe('its own name for itself'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  order: z
    .enum(['head-final', 'head-initial'])
    .default('head-final')
    .describe('how clauses are built: which form names, talks, clauses, speakers, acts, commitments and instruments have'),
  detect: z
    .strictObject({
      scripts: z.array(z.enum(['han', 'kana', 'hangul', 'latin', 'cyrillic'])).describe('letters that the language is written in'),
      marks: z.array(z.string()).describe('words or signs that only this language of its script has'),
    })
    .describe('how a text is known to be in this language'),
});
