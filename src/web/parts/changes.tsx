/** What happened in the archive, told as facts. */
import type { Happening } from '../../desk/held.ts';
import { readoutPath, to, type View } from './view.ts';

export function Changes({ view, items }: { view: View; items: readonly Happening[] }) {
  const { voice } = view;
  const l = voice.label;
  if (items.length === 0) return <p class="note">{l('nothingChanged')}</p>;
  return (
    <ul class="changes">
      {items.map((item) => {
        const words = item.kind === 'version' && item.silent ? l('happenedSilent') : l(`happened${item.kind[0]?.toUpperCase()}${item.kind.slice(1)}`);
        const difference = item.difference;
        return (
          <li>
            <b>{words}</b>
            {item.title && item.document && (
              <p>
                <a class="src-words" href={to(view, readoutPath(item.document))}>
                  {item.title}
                </a>
              </p>
            )}
            <p class="note">
              {voice.date(item.when.slice(0, 10))} {item.who}
              {difference && ` · ${l('linesChanged', { gone: difference.lines.gone, come: difference.lines.come })}`}
              {item.kind === 'version' && item.document && (
                <>
                  {' '}
                  <a href={to(view, `readouts/${item.document}/versions`)}>{l('seeBoth')}</a>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
