/**
 * The script of a readout's page: lights words and row together, draws one line between, opens a row, moves by keys, copies
 * a citation. Everything it does for reading works without it too: words and rows are links to each other.
 */
export const SCRIPT = `
(() => {
  const d = document, root = d.documentElement, said = d.querySelector('.said-so');
  root.classList.add('js');
  const rows = [...d.querySelectorAll('.row')];
  const idOf = (el) => el.dataset.s || '';
  const wordsOf = (id) => [...d.querySelectorAll('.w,.long')].filter((w) => idOf(w) === id);
  const rowOf = (id) => d.getElementById('s-' + id);
  const wire = d.querySelector('.wire'), path = wire && wire.querySelector('path');
  let lit = '', pinned = '';
  function light(id) {
    if (lit === id) return;
    for (const el of d.querySelectorAll('.lit')) el.classList.remove('lit');
    lit = id;
    if (id) for (const el of d.querySelectorAll('[data-s="' + CSS.escape(id) + '"]')) el.classList.add('lit');
    draw();
  }
  function draw() {
    if (!path) return;
    const row = lit && rowOf(lit), words = lit ? wordsOf(lit) : [];
    const two = row && words.length && row.getBoundingClientRect().left > words[0].getBoundingClientRect().left + 200;
    path.setAttribute('d', '');
    if (!two) return;
    const rects = words[words.length - 1].getClientRects(), end = rects[rects.length - 1], to = row.getBoundingClientRect();
    const col = row.closest('.part').querySelector('.src').getBoundingClientRect();
    const x1 = end.right + scrollX, y1 = end.bottom + scrollY - 4, gut = col.right + scrollX + 18, x2 = to.left + scrollX - 4, y2 = to.top + scrollY + 18;
    path.setAttribute('d', 'M' + x1 + ' ' + y1 + 'H' + (gut - 6) + 'Q' + gut + ' ' + y1 + ' ' + gut + ' ' + (y1 + (y2 > y1 ? 6 : -6)) + 'V' + (y2 + (y2 > y1 ? -6 : 6)) + 'Q' + gut + ' ' + y2 + ' ' + (gut + 6) + ' ' + y2 + 'H' + x2);
    path.setAttribute('stroke', getComputedStyle(row).getPropertyValue('--c') || 'currentColor');
  }
  function pin(id, focus) {
    for (const row of rows) {
      const on = idOf(row) === id && pinned !== id;
      row.classList.toggle('open', on);
      row.querySelector('.chip').setAttribute('aria-expanded', String(on));
    }
    pinned = pinned === id ? '' : id;
    light(pinned);
    const row = pinned && rowOf(pinned);
    if (row) {
      row.scrollIntoView({ block: 'nearest' });
      if (focus) row.querySelector('.chip').focus({ preventScroll: true });
      const words = wordsOf(pinned)[0];
      if (words && matchMedia('(min-width: 861px)').matches) words.scrollIntoView({ block: 'nearest' });
    }
    draw();
  }
  for (const row of rows) {
    const chip = row.querySelector('.chip');
    chip.setAttribute('role', 'button');
    chip.setAttribute('aria-expanded', 'false');
    row.addEventListener('mouseenter', () => pinned || light(idOf(row)));
    row.addEventListener('mouseleave', () => pinned || light(''));
    row.addEventListener('focusin', () => pinned || light(idOf(row)));
    row.addEventListener('click', (e) => {
      if (e.target.closest('.place,.fields,.correct,.notes a,summary')) return;
      if (getSelection().toString()) return;
      e.preventDefault();
      pin(idOf(row));
    });
    chip.addEventListener('keydown', (e) => {
      if (e.key === ' ') { e.preventDefault(); pin(idOf(row)); }
    });
  }
  for (const w of d.querySelectorAll('.w')) {
    w.addEventListener('mouseenter', () => pinned || light(idOf(w)));
    w.addEventListener('mouseleave', () => pinned || light(''));
    w.addEventListener('click', (e) => { e.preventDefault(); if (!getSelection().toString()) { pinned = pinned === idOf(w) ? '' : pinned; pin(idOf(w), true); } });
  }
  // A bracket goes as far as its statement does; without a script it stands where that begins.
  function brackets() {
    for (const long of d.querySelectorAll('.long')) {
      const { top, bottom } = long.getBoundingClientRect();
      if (bottom > top) long.firstElementChild.style.setProperty('--h', Math.max(16, bottom - top - 8) + 'px');
    }
  }
  for (const long of d.querySelectorAll('.long')) {
    const bracket = long.firstElementChild;
    bracket.addEventListener('mouseenter', () => pinned || light(idOf(long)));
    bracket.addEventListener('mouseleave', () => pinned || light(''));
    bracket.addEventListener('click', (e) => { e.preventDefault(); pinned = pinned === idOf(long) ? '' : pinned; pin(idOf(long), true); });
  }
  brackets();
  if (d.fonts) d.fonts.ready.then(brackets);
  addEventListener('resize', brackets);
  d.addEventListener('change', brackets);
  for (const g of d.querySelectorAll('.strip g')) g.addEventListener('click', (e) => { e.preventDefault(); pinned = ''; pin(idOf(g), true); });
  d.addEventListener('click', async (e) => {
    const button = e.target.closest('button[data-copy]');
    if (!button) return;
    const words = button.dataset.copy;
    try { await navigator.clipboard.writeText(words); }
    catch {
      const box = d.createElement('textarea');
      box.value = words; d.body.append(box); box.select(); d.execCommand('copy'); box.remove();
    }
    said.textContent = said.dataset.words;
    setTimeout(() => { said.textContent = ''; }, 1600);
  });
  d.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || root.dataset.keys === 'off' || e.target.closest('input,textarea,select,dialog')) return;
    if (e.key === 'Escape') { if (pinned) pin(pinned); light(''); return; }
    const at = rows.findIndex((row) => idOf(row) === (pinned || lit));
    if (e.key === 'j' || e.key === 'k') {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + (e.key === 'j' ? 1 : -1)))];
      if (next && idOf(next) !== pinned) { pinned = ''; pin(idOf(next), true); }
    }
    if (e.key === 'c' && at >= 0) rows[at].querySelector('button[data-copy]').click();
  });
  addEventListener('resize', draw);
  // The strip says which section is in view; the line between words and row follows them, since the source stays while its record scrolls.
  const parts = [...d.querySelectorAll('.part')], stretches = [...d.querySelectorAll('.strips a')];
  let waits = false;
  function follow() {
    waits = false;
    if (lit) draw();
    const line = innerHeight * 0.4;
    const here = parts.filter((part) => part.getBoundingClientRect().top < line).pop();
    const seen = here && parts[0].getBoundingClientRect().top < line && parts[parts.length - 1].getBoundingClientRect().bottom > 0;
    for (const stretch of stretches) stretch.classList.toggle('here', Boolean(seen) && stretch.getAttribute('href') === '#' + here.id);
  }
  addEventListener('scroll', () => { if (!waits) { waits = true; requestAnimationFrame(follow); } }, { passive: true });
  follow();
  const here = decodeURIComponent(location.hash.slice(1));
  if (here.startsWith('s-') && rowOf(here.slice(2))) pin(here.slice(2));
})();
`;
