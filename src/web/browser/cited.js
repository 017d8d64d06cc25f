// A citation opens its sentence where it is read, with what one may do with it: copy the citation, copy the words, go to the place.
// Without this script, or where a browser cannot show it, the citation is a link to the place.
(() => {
  const skeleton = document.getElementById('cited');
  const said = document.querySelector('.said-so');
  if (!skeleton || !HTMLElement.prototype.showPopover) return;
  const known = new Map();

  /** Address of the page on which a statement, or words, of another page are cited in every form; nothing where the link leads elsewhere. */
  function formsOf(link) {
    const [, path] = /^(\/\w+\/readouts\/d-[^/]+)$/.exec(link.pathname) ?? [];
    const [, of, id] = /^#(s|e)-(.+)$/.exec(link.hash) ?? [];
    return path && id && link.pathname !== location.pathname ? `${path}/cite?${of === 's' ? 's' : 'at'}=${id}` : undefined;
  }

  async function load(address) {
    if (!known.has(address)) {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const words = page.querySelector('.lead q');
      if (!words) throw new Error('no words');
      known.set(address, {
        words: words.textContent,
        lang: words.lang,
        title: page.querySelector('.crumbs a:last-of-type').textContent,
        place: page.querySelector('.lead .note').textContent,
        citation: page.querySelector('.cites pre').textContent,
      });
    }
    return known.get(address);
  }

  function show(link, { words, lang, title, place, citation }) {
    document.querySelector('.cited')?.remove();
    const box = skeleton.content.firstElementChild.cloneNode(true);
    const quote = box.querySelector('q');
    quote.textContent = words;
    quote.lang = lang;
    const [of, at] = box.querySelectorAll('.note > span');
    of.textContent = title;
    of.lang = lang;
    at.textContent = place;
    const [first, second] = box.querySelectorAll('button');
    first.dataset.copy = citation;
    second.dataset.copy = words;
    box.querySelector('a').href = link.href;
    document.body.append(box);
    box.showPopover();
    const from = link.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    box.style.left = `${Math.max(12, Math.min(from.left, wide - box.offsetWidth - 12))}px`;
    const below = from.bottom + 6;
    const above = from.top - box.offsetHeight - 6;
    box.style.top = `${below + box.offsetHeight > innerHeight && above > 0 ? above : below}px`;
    first.focus({ preventScroll: true });
    box.addEventListener('toggle', (event) => {
      if (event.newState !== 'closed') return;
      if (box.contains(document.activeElement) || document.activeElement === document.body) link.focus({ preventScroll: true });
      box.remove();
    });
    // It stands by its citation; when that moves away it has no place any more.
    addEventListener('resize', () => box.isConnected && box.hidePopover(), { once: true });
  }

  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a.cite');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = formsOf(link);
    if (!address) return;
    event.preventDefault();
    try {
      show(link, await load(address));
    } catch {
      location.href = link.href;
    }
  });

  // C copies the citation of the statement that J and K came to.
  document.addEventListener('keydown', async (event) => {
    if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys === 'off') return;
    if (event.target.closest('input, textarea, select, dialog, .cited')) return;
    const link = document.querySelector('[data-open].at a.cite, [data-open]:focus-within a.cite');
    const address = link && formsOf(link);
    if (!address) return;
    const { citation } = await load(address);
    await navigator.clipboard.writeText(citation).catch(() => {});
    said.textContent = said.dataset.words;
    setTimeout(() => {
      said.textContent = '';
    }, 1600);
  });
})();
