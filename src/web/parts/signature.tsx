/** Who corrects, and why: two fields that every correction needs. The name is remembered. */
import type { View } from './view.ts';

export function Signature({ view, of, why, faults }: { view: View; of: string; why?: string | undefined; faults?: ReadonlySet<string> | undefined }) {
  const l = view.voice.label;
  return (
    <div class="signature">
      <p>
        <label for={`who-${of}`}>{l('yourName')}</label>
        <input
          type="text"
          id={`who-${of}`}
          name="who"
          required
          maxlength={200}
          autocomplete="name"
          value={view.settings.who}
          aria-invalid={faults?.has('who') ? 'true' : undefined}
        />
      </p>
      <p class="grow">
        <label for={`why-${of}`}>{l('reason')}</label>
        <input type="text" id={`why-${of}`} name="why" required maxlength={4000} value={why} aria-invalid={faults?.has('why') ? 'true' : undefined} />
      </p>
    </div>
  );
}
