/** From when to when: two fields that live in the address, of a day, a month or a year each. */
import type { View } from './view.ts';

export interface Period {
  /** EDTF: `2010`, `2010-11`, `2010-11-13`. */
  readonly from?: string;
  readonly to?: string;
}

/** What the address asks for; what is no date is left out. */
export function periodOf(search: URLSearchParams): Period {
  const one = (name: 'from' | 'to') => {
    const value = (search.get(name) ?? '').trim();
    return /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) ? { [name]: value } : {};
  };
  return { ...one('from'), ...one('to') };
}

export function PeriodFields({ view, period }: { view: View; period: Period }) {
  const l = view.voice.label;
  return (
    <>
      <p>
        <label for="from">{l('fromDate')}</label>
        <input type="text" id="from" name="from" value={period.from} autocomplete="off" size={10} placeholder="2009-05" />
      </p>
      <p>
        <label for="to">{l('toDate')}</label>
        <input type="text" id="to" name="to" value={period.to} autocomplete="off" size={10} placeholder="2010" />
      </p>
    </>
  );
}
