/** The page of a fault: what, and what to do next. */
import { frame, type Links } from '../drawing/frame.ts';
import { html } from '../drawing/markup.ts';
import type { Fault } from '../fault.ts';
import type { Voice } from '../language/voice.ts';

export function wrongPage(fault: Fault, voice: Voice, links: Links): string {
  const body = html`<div class="wrong"><h1>▲ ${fault.problem}</h1><p>${fault.cure}</p><p><a href="${links.home}">${voice.label('home')}</a></p></div>`;
  return frame({ title: voice.label('errorTitle'), body, voice, links });
}
