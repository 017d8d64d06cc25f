import { ACTS, type Act } from '../../record/acts.generated.ts';
import type { View } from './view.ts';

/** An act: its form is the family, its colour that of the side it stands in. */
export function ActChip({ view, act }: { view: View; act: Act }) {
  return <span class={`chip ${ACTS[act].family}${act === 'exchange' ? ' open-ended' : ''}`}>{view.voice.phrases.acts[act]}</span>;
}
