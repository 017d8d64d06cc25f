/** How to read the pages and what one can do. */
import { ACTS, type Act } from '../record/acts.generated.ts';
import { ActChip } from './parts/chip.tsx';
import { Frame, KeysTable } from './parts/frame.tsx';
import { Hatch, Mark } from './parts/side.tsx';
import { to, type View } from './parts/view.ts';

const FAMILIES = ['outcome', 'position', 'regard', 'asking'] as const;
const SIDES = ['own', 'other', 'joint', 'each', 'none'] as const;
const TEXTS = ['Add', 'Read', 'Correct', 'Versions', 'Print'] as const;

export function helpPage(view: View) {
  const { voice } = view;
  const l = voice.label;
  return (
    <Frame view={view} title={[l('help')]} at="help" cites="none">
      <h1>{l('help')}</h1>
      <p class="lead">{l('homeLead')}</p>
      <section class="sec" aria-labelledby="voices">
        <h2 id="voices">{l('helpVoices')}</h2>
        <p>{l('helpVoicesText')}</p>
        <ul class="legend-list">
          {SIDES.map((side) => (
            <li>
              <Mark side={side} /> <b>{l(side === 'none' ? 'sideUnknown' : `side${side[0]?.toUpperCase()}${side.slice(1)}`)}</b>{' '}
              <span class="note">{l(`help${side[0]?.toUpperCase()}${side.slice(1)}`)}</span>
            </li>
          ))}
          <li>
            <Mark side="joint" inferred /> <b>{l('inferred')}</b> <span class="note">{l('helpInferred')}</span>
          </li>
          <li>
            <Hatch /> <b>{l('withheld')}</b> <span class="note">{l('withheldNote')}</span>
          </li>
        </ul>
      </section>
      <section class="sec" aria-labelledby="acts">
        <h2 id="acts">{l('act')}</h2>
        <p>{l('helpActs')}</p>
        <dl class="acts own">
          {FAMILIES.map((family) => (
            <>
              <dt>{l(`family${family[0]?.toUpperCase()}${family.slice(1)}`)}</dt>
              <dd>
                {(Object.keys(ACTS) as Act[])
                  .filter((act) => ACTS[act].family === family)
                  .map((act) => (
                    <ActChip view={view} act={act} />
                  ))}
              </dd>
            </>
          ))}
        </dl>
      </section>
      <section class="sec" aria-labelledby="searching">
        <h2 id="searching">{l('search')}</h2>
        <dl class="howto">
          {(['Words', 'Phrase', 'Without', 'Spelling', 'Facets', 'Texts'] as const).map((each) => (
            <>
              <dt>
                <code>{l(`helpSearch${each}`)}</code>
              </dt>
              <dd>{l(`helpSearch${each}Text`)}</dd>
            </>
          ))}
        </dl>
      </section>
      {TEXTS.map((each) => (
        <section class="sec" aria-labelledby={`help-${each}`}>
          <h2 id={`help-${each}`}>{l(`help${each}`)}</h2>
          <p class="prose">{l(`help${each}Text`)}</p>
        </section>
      ))}
      <section class="sec" aria-labelledby="help-keys">
        <h2 id="help-keys">{l('keysTitle')}</h2>
        <KeysTable view={view} />
        <p class="note">
          <a href={to(view, 'settings')}>{l('keysOff')}</a>
        </p>
      </section>
    </Frame>
  );
}
