/** Texts of any length that a reader could take too long over: name → the text of about so many characters. */
const grown = (size, unit) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** @param body readouts one after another. */
export function hostile(body) {
  return {
    'readouts one after another': (size) => grown(size, body),
    'readouts in one line': (size) => grown(size, body.replaceAll('\n', '')),
    'opening brackets 「': (size) => '「'.repeat(size),
    'nested numbers': (size) => grown(size, '1 (1) ア (ア) ① '),
    'nested numbers, one a line': (size) => grown(size, '1\n(1)\nア\n(ア)\n①\n'),
    'numbers without end': (size) => {
      const lines = [];
      for (let i = 1, length = 0; length < size; i++) length += lines[lines.push(`(${i})両外相は協力を確認した。\n`) - 1].length;
      return lines.join('').slice(0, size);
    },
    'no 。 anywhere': (size) => grown(size, '両外相は協力を進めることを確認し、意見交換を行い、'),
    'talks in one endless sentence': (size) => `${body.trimEnd()}\n${grown(size, '先方から感謝する旨述べ、両外相は協力を確認し、')}`.slice(0, size),
    'talks under headings': (size) =>
      `日中韓外相会合\n\n${grown(size, '日韓会談\n\n東山大臣から、歓迎する旨述べた。\n\n日中会談\n\n王部長から、歓迎する旨述べた。\n\n')}`.slice(
        0,
        size,
      ),
    'brackets never closed': (size) => grown(size, `東山大臣から、${'('.repeat(4000)}と述べた。`),
    'dates and hours': (size) => grown(size, '2010年11月13日13時から'),
    digits: (size) => '1'.repeat(size),
    'numerals 一': (size) => '一'.repeat(size),
    'one letter': (size) => 'あ'.repeat(size),
    'line ends': (size) => '\n'.repeat(size),
    names: (size) => grown(size, '東山外務大臣、オルロフ・ロシア外務大臣、'),
    invitations: (size) => grown(size, '東山大臣から、来年ロシアを訪問したい旨述べた。'),
    treaties: (size) => grown(size, '日露漁業協定に2010年5月1日に署名した。'),
    'surrogates and controls': (size) => grown(size, '\ud800\u202e\udc00\u2066'),
    'HTML: paragraphs': (size) => grown(size, '<p>両外相は協力を確認した。</p>'),
    'HTML: nested elements': (size) => grown(size, '<div>'),
    'HTML: nested lists': (size) => grown(size, '<ol><li>'),
    'HTML: one table': (size) => `<table>${grown(size, '<td>両外相は</td>')}`,
    'HTML: signs that open': (size) => `<p>${grown(size, '<')}`,
  };
}
