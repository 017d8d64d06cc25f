/** The drop zone: a file field under its skin. It works as a plain form; with its script it tells of each file as it is read. */
import { ENDINGS, OTHERS } from '../../desk/incoming/files.ts';
import type { Fault } from '../../fault.ts';
import { to, type View } from './view.ts';

export interface AddFault {
  readonly fault: Fault;
  /** What was entered, which stays. */
  readonly words: string;
  readonly published: string;
  readonly address: string;
}

/** The largest document taken, in words and in bytes. */
export const LIMIT = 20 * 1024 * 1024;
export const LIMIT_WORDS = '20 MB';

export function AddForm({ view, wrong }: { view: View; wrong?: AddFault | undefined }) {
  const l = view.voice.label;
  return (
    <form
      class="drop"
      id="add"
      method="post"
      action={to(view, 'add')}
      enctype="multipart/form-data"
      data-words={JSON.stringify({
        reading: l('addReading'),
        of: l('addOf'),
        figures: l('addFigures'),
        done: l('addFinished'),
        failed: l('addFailed'),
        show: l('addShow'),
        passed: l('passedOver', { n: '{n}', endings: '{endings}' }),
        limit: l('addTooLarge', { limit: LIMIT_WORDS }),
      })}
      data-limit={LIMIT}
      data-endings={ENDINGS.join(' ')}
      data-others={OTHERS.source}
    >
      <svg class="tray" viewBox="0 0 30 26" width="30" height="26" aria-hidden="true" focusable="false">
        <path d="M15 2V16M9.5 11L15 16.5L20.5 11M2 16V24H28V16" />
      </svg>
      <h2>{l('dropHere')}</h2>
      {wrong && (
        <div class="wrong" role="alert">
          <p>
            <b>▲ {wrong.fault.problem}</b>
          </p>
          <p>{wrong.fault.cure}</p>
        </div>
      )}
      <div class="picks">
        <span class="pick">
          <input type="file" id="file" name="file" multiple accept={ENDINGS.join(',')} aria-describedby="file-note" />
          <label for="file">{l('chooseFiles')}</label>
        </span>
        <span class="pick">
          <input type="file" id="folder" name="file" multiple {...{ webkitdirectory: '' }} aria-describedby="file-note" />
          <label for="folder">{l('chooseFolder')}</label>
        </span>
      </div>
      <p class="note" id="file-note">
        {l('addFileNote', { size: LIMIT_WORDS })} · {l('addLocal')}
      </p>
      <details open={wrong !== undefined && (wrong.words !== '' || wrong.published !== '' || wrong.address !== '')}>
        <summary>{l('pasteOrFetch')}</summary>
        <label for="words">{l('addPaste')}</label>
        <textarea id="words" name="words" spellcheck={false}>
          {wrong?.words && `\n${wrong.words}`}
        </textarea>
        <label for="address">{l('addAddress')}</label>
        <input type="text" id="address" name="address" inputmode="url" autocomplete="off" aria-describedby="address-note" value={wrong?.address} />
        <p class="note" id="address-note">
          {l('addAddressNote')}
        </p>
        <label for="published">{l('addPublished')}</label>
        <input
          type="text"
          id="published"
          name="published"
          inputmode="numeric"
          autocomplete="off"
          aria-describedby="published-note"
          value={wrong?.published}
        />
        <p class="note" id="published-note">
          {l('addPublishedNote')}
        </p>
      </details>
      <button type="submit" class="dark">
        {l('addRead')}
      </button>
      <div class="progress" hidden>
        <p class="progress-line">
          <b></b>
          <span></span>
        </p>
        <progress aria-label={l('addReading')} max="1" value="0" />
        <p class="note" role="status" aria-live="polite"></p>
        <ul class="passed"></ul>
        <ul></ul>
      </div>
    </form>
  );
}
