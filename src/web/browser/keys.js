// Keys of every page: search, moving through a list, opening, turning to earlier and later talks, all keys. Off in fields, and where the reader turned them off.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const dialog = document.getElementById('keys');
  const said = document.querySelector('.said-so');
  const items = () => [...document.querySelectorAll('[data-open]')];
  let at = -1;
  function move(by) {
    const all = items();
    if (all.length === 0) return;
    at = Math.min(all.length - 1, Math.max(0, at + by));
    for (const item of all) item.classList.toggle('at', item === all[at]);
    const link = all[at].querySelector('a, button');
    if (link) link.focus({ preventScroll: true });
    all[at].scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('focusin', (event) => {
    const item = event.target.closest('[data-open]');
    if (item) at = items().indexOf(item);
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || root.dataset.keys === 'off') return;
    if (event.target.closest('input, textarea, select') || dialog?.open) return;
    const turn = (rel) => {
      const link = document.querySelector(`link[rel="${rel}"]`);
      if (link) location.href = link.href;
    };
    switch (event.key) {
      case '/': {
        const field = document.querySelector('[data-key="/"]');
        if (!field) return;
        event.preventDefault();
        field.focus();
        field.select();
        break;
      }
      case '?':
        if (dialog) dialog.showModal();
        break;
      case 'j':
      case 'k':
        if (!document.querySelector('.row')) move(event.key === 'j' ? 1 : -1);
        break;
      case 'a': {
        const form = items()[at]?.querySelector('form[data-approve]');
        const name = form?.querySelector('input[type=text]');
        if (!form) return;
        event.preventDefault();
        if (name && name.value.trim() === '') name.focus();
        else form.requestSubmit();
        break;
      }
      case '[':
        turn('prev');
        break;
      case ']':
        turn('next');
        break;
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) print();
  });
  // On paper a citation is a number; the list at the end says its place and the words it opens.
  const sources = document.getElementById('sources');
  const openingOf = (link) => {
    const row = link.hash && link.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const words = row ? row.querySelector('.fields q, .content') : link.closest('li, tr, p, section')?.querySelector('q, .src-words');
    const text = (words?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text.length > 32 ? `${text.slice(0, 32)}…` : text;
  };
  addEventListener('beforeprint', () => {
    const list = sources?.querySelector('ol');
    if (!list) return;
    list.replaceChildren();
    const numbers = new Map();
    for (const link of document.querySelectorAll('main a.cite:is([href^="#"], [href*="/readouts/"])')) {
      if (link.offsetParent === null) continue;
      if (!numbers.has(link.href)) {
        numbers.set(link.href, numbers.size + 1);
        const line = document.createElement('li');
        const words = document.createElement('q');
        words.textContent = openingOf(link);
        const day = link.closest('.found-in')?.querySelector('.day')?.textContent ?? '';
        line.append([day.trim(), link.textContent.trim(), ''].filter((part, i) => part || i === 2).join(' '), words);
        list.append(line);
      }
      link.dataset.n = numbers.get(link.href);
    }
    sources.hidden = numbers.size === 0;
  });
  addEventListener('afterprint', () => {
    if (sources) sources.hidden = true;
  });
  // Copying, on pages that do not have the script of a record.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-copy]');
    if (!button || event.defaultPrevented || document.querySelector('.wire')) return;
    await navigator.clipboard.writeText(button.dataset.copy).catch(() => {});
    said.textContent = said.dataset.words;
    setTimeout(() => {
      said.textContent = '';
    }, 1600);
  });
  // What is closed opens for the one who is led there; not every browser does so by itself.
  const openAt = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = target?.closest('details:not([open])');
    if (!closed) return;
    closed.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', openAt);
  openAt();
  // A matrix that is wider than its page begins with what came last.
  for (const last of document.querySelectorAll('.scroll thead .now')) {
    const box = last.closest('.scroll');
    box.scrollLeft = Math.max(0, last.offsetLeft + last.offsetWidth - box.clientWidth);
  }
  // A statement that was missed: the words that are marked on the page are taken along.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-selection]');
    const words = String(getSelection() ?? '').trim();
    if (!link || words === '') return;
    event.preventDefault();
    const url = new URL(link.href);
    url.searchParams.set('quote', words);
    location.href = url.href;
  });
  // After one was dealt with the next stands first.
  if (location.hash === '#first') move(1);
  const faults = document.getElementById('faults');
  if (faults) faults.focus();
})();
