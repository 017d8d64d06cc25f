// Generated from vocabulary/ladders.yaml by `npm run generate`; change that file, not this one.
export const LADDERS = {
  accord: { means: 'how much of one mind: talked about, held, shared, affirmed, agreed, concluded', rungs: [['exchange', 'state', 'explain', 'raise'], ['hold'], ['share'], ['confirm'], ['agree'], ['conclude']] },
  asking: { means: 'how firmly something is asked for', rungs: [['expect'], ['propose'], ['request'], ['demand']] },
  objection: { means: 'how firmly something is objected to', rungs: [['state', 'raise'], ['concern'], ['protest'], ['condemn']] },
  will: { means: 'how far a side binds itself', rungs: [['expect'], ['intend'], ['pledge']] },
  answer: { means: 'how far what was asked is taken up', rungs: [['defer'], ['accept']] },
  backing: { means: 'how far a side stands behind the other', rungs: [['appreciate'], ['welcome'], ['support']] },
} as const;
export type Ladder = keyof typeof LADDERS;
