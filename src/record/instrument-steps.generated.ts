// Generated from vocabulary/instrument-steps.yaml by `npm run generate`; change that file, not this one.
export const INSTRUMENT_STEPS = {
  'negotiation-agreed': { after: [], allows: ['negotiated'], lasts: 'under negotiation', means: 'the parties agreed to negotiate' },
  negotiated: { after: ['negotiation-agreed'], allows: ['signed'], lasts: 'agreed in substance', means: 'negotiations were concluded' },
  signed: { after: ['negotiated'], allows: ['approved', 'ratified', 'entered-into-force'], lasts: 'signed', means: 'signed by those empowered to do so' },
  approved: { after: ['signed'], allows: ['ratified'], lasts: 'approved', means: 'approved by a parliament' },
  ratified: { after: ['signed', 'approved'], allows: ['instruments-exchanged', 'entered-into-force'], lasts: 'ratified', means: 'a party expressed its consent to be bound: it ratified, or deposited its acceptance or accession' },
  'instruments-exchanged': { after: ['ratified', 'signed'], allows: ['entered-into-force'], lasts: 'instruments exchanged', means: 'instruments of ratification or notes were exchanged' },
  'entered-into-force': { after: ['instruments-exchanged', 'ratified', 'approved', 'signed'], allows: ['terminated'], lasts: 'in force', means: 'it binds from this day on' },
  terminated: { after: ['entered-into-force'], allows: [], lasts: 'terminated', means: 'it binds no longer' },
  issued: { after: [], allows: [], lasts: 'issued', means: 'a document was published or adopted' },
} as const;
export type InstrumentStep = keyof typeof INSTRUMENT_STEPS;
