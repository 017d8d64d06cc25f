/** The types of a record, as RECORD.md's contract names them; the schema they come from stands in `schema.ts`. */
import type { z } from 'zod';
import type * as schema from './schema.ts';

export type { Act } from './acts.generated.ts';
export type { Role } from './offices.generated.ts';
export type { OutlineNode } from './schema.ts';
export type { Topic } from './topics.generated.ts';

/** A machine's reading, as `memcon read` prints it: reproducible, replaceable, and it says what made it. */
export type Reading = z.infer<typeof schema.record>;
export type Readout = z.infer<typeof schema.document>;
export type DocumentKind = (typeof schema.documentKinds)[number];
export type Talks = z.infer<typeof schema.talks>;
export type Participant = z.infer<typeof schema.participant>;
export type Mention = z.infer<typeof schema.mention>;
export type DateMention = z.infer<typeof schema.dateMention>;
export type Statement = z.infer<typeof schema.statement>;
export type Speaker = z.infer<typeof schema.speaker>;
export type Commitment = z.infer<typeof schema.commitment>;
export type Visit = z.infer<typeof schema.visit>;
export type Instrument = z.infer<typeof schema.instrument>;
export type Issue = z.infer<typeof schema.issue>;
export type Basis = z.infer<typeof schema.basis>;
/** A value with the words it rests on; what is worked out names its rule. */
export type Known<T> =
  | { value: T; basis: 'stated'; span: [number, number]; rule?: string | undefined }
  | { value: T; basis: 'inferred'; span: [number, number]; rule: string };
