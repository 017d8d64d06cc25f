/** The head of a page: its title, a line about it, and what one may take along: citation, data, a feed. */
import type { Child } from 'hono/jsx';
import { CiteButton } from './cite-page.tsx';
import type { View } from './view.ts';

export interface HeadOptions {
  readonly view: View;
  readonly title: Child;
  /** The title is in a source's own words. */
  readonly words?: boolean;
  readonly lead?: Child;
  /** Address of the same as data. */
  readonly twin?: string | undefined;
  readonly csv?: string | undefined;
  readonly feed?: string | undefined;
  readonly calendar?: string | undefined;
  /** Further buttons, after these. */
  readonly children?: Child;
}

export function Head({ view, title, words, lead, twin, csv, feed, calendar, children }: HeadOptions) {
  return (
    <div class="head">
      <div>
        <h1 class={words ? 'src-words' : undefined}>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      <div class="buttons">
        <CiteButton view={view} />
        {csv && (
          <a class="button" href={csv} download>
            CSV
          </a>
        )}
        {twin && (
          <a class="button" href={twin}>
            JSON
          </a>
        )}
        {calendar && (
          <a class="button" href={calendar} title={view.voice.label('calendarLeftOut')}>
            {view.voice.label('calendar')}
          </a>
        )}
        {feed && (
          <a class="button" href={feed} type="application/atom+xml" rel="alternate">
            {view.voice.label('follow')}
          </a>
        )}
        {children}
      </div>
    </div>
  );
}
