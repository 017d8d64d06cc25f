// Words of a source that are marked lead to their history and to a search. Without this script each statement has a link to both.
(() => {
  const skeleton = document.getElementById('phrase');
  if (!skeleton || !HTMLElement.prototype.showPopover) return;
  const LEAST = 2;
  const MOST = 80;
  let box;
  let due;

  const sourceOf = (node) => (node instanceof Element ? node : node?.parentElement)?.closest('.src, q, .said, .src-words');

  function marked() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !sourceOf(selection.anchorNode) || !sourceOf(selection.focusNode)) return undefined;
    const words = selection.toString().replace(/\s+/g, ' ').trim();
    return words.length >= LEAST && words.length <= MOST ? { words, at: selection.getRangeAt(0).getBoundingClientRect() } : undefined;
  }

  function offer() {
    const found = marked();
    box?.remove();
    box = undefined;
    if (!found) return;
    box = skeleton.content.firstElementChild.cloneNode(true);
    document.body.append(box);
    for (const link of box.querySelectorAll('a')) {
      const url = new URL(link.href);
      url.searchParams.set('q', link.dataset.exact === undefined ? found.words : `"${found.words.replaceAll('"', ' ')}"`);
      link.href = url.href;
    }
    box.showPopover();
    const wide = document.documentElement.clientWidth;
    box.style.left = `${Math.max(12, Math.min(found.at.left, wide - box.offsetWidth - 12))}px`;
    // Below the words: what a browser itself offers stands above them.
    const below = found.at.bottom + 8;
    box.style.top = `${below + box.offsetHeight > innerHeight ? Math.max(8, found.at.top - box.offsetHeight - 8) : below}px`;
  }

  document.addEventListener('selectionchange', () => {
    // Tab leads from the words to the links, which marks nothing else.
    if (box?.contains(document.activeElement)) return;
    clearTimeout(due);
    due = setTimeout(offer, 200);
  });
  const close = () => {
    box?.remove();
    box = undefined;
  };
  addEventListener('scroll', close, { passive: true });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
})();
