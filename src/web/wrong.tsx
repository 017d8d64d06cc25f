/** The page of a fault: what, and what to do next. Never a bare code. */
import type { Fault } from '../fault.ts';
import { Frame } from './parts/frame.tsx';
import { to, type View } from './parts/view.ts';

export function wrongPage(view: View, fault: Fault) {
  const l = view.voice.label;
  return (
    <Frame view={view} title={[fault.problem]} cites="none">
      <div class="wrong">
        <h1>▲ {fault.problem}</h1>
        <p>{fault.cure}</p>
        <p>
          <a href={to(view)}>{l('navArchive')}</a> · <a href={to(view, 'search')}>{l('searchTalks')}</a> · <a href={to(view, 'help')}>{l('help')}</a>
        </p>
      </div>
    </Frame>
  );
}
