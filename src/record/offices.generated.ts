// Generated from vocabulary/offices.yaml by `npm run generate`; change that file, not this one.
export const OFFICES = {
  'head-of-state': { level: 'leaders', means: 'president, monarch' },
  'head-of-government': { level: 'leaders', means: 'prime minister, chancellor, premier' },
  'deputy-head': { level: 'leaders', means: 'vice-president, deputy prime minister' },
  'foreign-minister': { level: 'foreign-ministers', means: 'minister for foreign affairs, secretary of state' },
  minister: { level: 'ministers', means: 'a member of cabinet with another portfolio' },
  legislator: { level: 'parliament', means: 'speaker, member of parliament' },
  'state-minister': { level: 'vice-ministers', means: 'political vice-minister, minister of state below cabinet (副大臣)' },
  'vice-minister': { level: 'vice-ministers', means: 'administrative vice-minister, deputy minister, under-secretary, political officer' },
  'director-general': { level: 'directors', means: 'director-general, head of a bureau, assistant secretary' },
  ambassador: { level: 'officials', means: 'ambassador, head of mission' },
  'special-envoy': { level: 'officials', means: 'special envoy, special representative, adviser' },
  'organisation-head': { level: 'other', means: 'secretary-general or head of an international organisation' },
  military: { level: 'officials', means: 'chief of staff, commander' },
  official: { level: 'officials', means: 'any other officer of state' },
  spouse: { level: 'other', means: 'spouse of a leader' },
  other: { level: 'other', means: 'business, culture, academia' },
} as const;
export type Role = keyof typeof OFFICES;
