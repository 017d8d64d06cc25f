/** The order in which the steps of an instrument are taken, as vocabulary/instrument-steps.yaml has it. */
import { INSTRUMENT_STEPS, type InstrumentStep } from './instrument-steps.generated.ts';

export const STEP_ORDER = Object.keys(INSTRUMENT_STEPS) as InstrumentStep[];

/** Every step that stands before another, directly or by a third. */
export const STEPS_BEFORE: ReadonlyMap<InstrumentStep, ReadonlySet<InstrumentStep>> = new Map(
  STEP_ORDER.map((step) => [step, before(step, new Set())]),
);

function before(step: InstrumentStep, found: Set<InstrumentStep>): Set<InstrumentStep> {
  for (const earlier of INSTRUMENT_STEPS[step].after as readonly InstrumentStep[]) if (!found.has(earlier)) before(earlier, found.add(earlier));
  return found;
}
