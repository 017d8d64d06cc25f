// Adding with live progress: files that are dropped or chosen go one by one, and each is told of as it is read.
(() => {
  const form = document.getElementById('add');
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const fields = [...form.querySelectorAll('input[type=file]')];
  const endings = form.dataset.endings.split(' ');
  /** Of a folder only what can be read; what was chosen by name is sent as it is, and told of. */
  const readable = (file) => endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  const missed = new RegExp(form.dataset.others, 'i');
  const box = form.querySelector('.progress');
  const [bold, count] = box.querySelectorAll('.progress-line > *');
  const bar = box.querySelector('progress');
  const figures = box.querySelector('[role=status]');
  const notes = box.querySelector('ul.passed');
  const list = box.querySelector('ul:not(.passed)');
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  let busy = false;
  let spoken = 0;

  /** @param left files of folders that are not sent. */
  async function send(files, left = []) {
    const over = left.filter(({ name }) => missed.test(name));
    if (busy || (files.length === 0 && over.length === 0)) return;
    busy = true;
    box.hidden = false;
    list.replaceChildren();
    notes.replaceChildren();
    if (over.length > 0) note(overWords(over));
    const seen = { read: 0, here: 0, look: 0 };
    bar.max = Math.max(1, files.length);
    bar.value = 0;
    let only;
    let told = 0;
    for (const [i, file] of files.entries()) {
      bold.textContent = `${words.reading} ${file.name}`;
      count.textContent = filled(words.of, { n: i + 1, all: files.length });
      // An archive is as many documents as are in it.
      const { items, passed = [] } = await one(file);
      for (const item of items) {
        if (item.how === 'failed') seen.look++;
        else if (item.how === 'same') seen.here++;
        else seen.read++;
        if (item.look && item.how !== 'failed') seen.look++;
        tell(item);
        only = item;
        told++;
      }
      for (const words of passed) note(words);
      bar.value = i + 1;
      // A live region that speaks at every file would never stop.
      const now = Date.now();
      if (now - spoken > 5000 || i === files.length - 1) {
        figures.textContent = filled(words.figures, seen);
        spoken = now;
      }
    }
    bold.textContent = words.done;
    busy = false;
    for (const field of fields) field.value = '';
    if (told === 1 && notes.children.length === 0 && only.href) location.href = only.href;
  }

  async function one(file) {
    const failed = (why) => ({ items: [{ how: 'failed', name: file.name, words: why, look: true }] });
    if (file.size > Number(form.dataset.limit)) return failed(words.limit);
    const body = new FormData();
    body.append('file', file, file.name);
    body.append('published', form.elements.published.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
      const data = await answer.json();
      return data.items ? data : failed(`${data.problem} ${data.cure}`);
    } catch {
      return failed(words.failed);
    }
  }

  /** What was not looked at stays in sight, however many files follow. */
  function note(words) {
    const line = document.createElement('li');
    line.textContent = `▲ ${words}`;
    notes.append(line);
  }

  function overWords(files) {
    const counts = new Map();
    for (const { name } of files) {
      const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
      counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
    const all = [...counts].map(([ending, n]) => (n > 1 ? `${ending} (${n})` : ending));
    return filled(words.passed, { n: files.length, endings: all.join(', ') });
  }

  function tell(item) {
    const line = document.createElement('li');
    const name = document.createElement(item.href ? 'a' : 'b');
    name.textContent = item.title || item.name;
    if (item.href) name.href = item.href;
    line.append(item.how === 'failed' ? '▲ ' : '', name, ` ${item.words}`);
    list.prepend(line);
    while (list.children.length > 12) list.lastChild.remove();
  }

  async function filesOf(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) return [[...transfer.files], []];
    const files = [];
    const walk = async (entry) => {
      if (entry.isFile) files.push(await new Promise((done, fail) => entry.file(done, fail)));
      else {
        const reader = entry.createReader();
        for (;;) {
          const some = await new Promise((done, fail) => reader.readEntries(done, fail));
          if (some.length === 0) break;
          for (const each of some) await walk(each);
        }
      }
    };
    for (const entry of entries) await walk(entry);
    return [files.filter(readable), files.filter((file) => !readable(file))];
  }

  // What is chosen is read at once, as what is dropped is.
  for (const field of fields) field.addEventListener('change', () => form.requestSubmit());
  form.addEventListener('submit', (event) => {
    const chosen = fields.flatMap((field) => [...field.files].map((file) => [file, !field.hasAttribute('webkitdirectory') || readable(file)]));
    if (chosen.length === 0) return;
    event.preventDefault();
    const of = (wanted) => chosen.flatMap(([file, sent]) => (sent === wanted ? [file] : []));
    send(of(true), of(false));
  });
  document.addEventListener('dragover', (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    form.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) form.classList.remove('over');
  });
  document.addEventListener('drop', async (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    form.classList.remove('over');
    send(...(await filesOf(event.dataTransfer)));
  });
})();
