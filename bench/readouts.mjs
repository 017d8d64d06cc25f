/**
 * Readouts of realistic variety by the thousand, the same ones every time: counterparts, persons, levels, dates, sections, acts and
 * matters are drawn by a generator with a seed. Invented from end to end.
 */
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** mulberry32: small, quick, the same everywhere. */
function seeded(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const COUNTRIES =
  '米国 中国 ロシア 韓国 英国 フランス ドイツ イタリア カナダ オーストラリア ニュージーランド インド パキスタン バングラデシュ スリランカ ネパール インドネシア マレーシア シンガポール タイ ベトナム フィリピン ラオス カンボジア ミャンマー ブルネイ モンゴル カザフスタン ウズベキスタン キルギス イラン イラク サウジアラビア カタール クウェート オマーン ヨルダン イスラエル トルコ エジプト チュニジア モロッコ エチオピア ケニア タンザニア 南アフリカ ナイジェリア ガーナ セネガル ウクライナ ジョージア ポーランド チェコ ハンガリー ルーマニア スペイン ポルトガル オランダ ベルギー スウェーデン ノルウェー フィンランド デンマーク ブラジル アルゼンチン チリ ペルー メキシコ キューバ'.split(
    ' ',
  );
const OWN = '甲野 乙川 丙山 丁田 東山 西川 南野 北原 上田 下村 中沢 大森 小池 高瀬 低見 長谷 短川 新田 古谷 青木'.split(' ');
const FIRST = 'オ ア カ サ タ ナ ハ マ ヤ ラ ロ ル ミ ケ セ ト ノ フ メ'.split(' ');
const MIDDLE = 'ル ン リ レ ス ラ ー ッキ ヴィ ディ ファ グ ベ モ ナ'.split(' ');
const LAST = 'ロフ ソン スキー マン ード リア ーニ ンゲン シュ ート バッハ ノヴァ アーリ ルド ネス'.split(' ');
const LEVELS = [
  ['外相会談', '外務大臣', '外務大臣', '両外相', '大臣', '外相'],
  ['首脳会談', '総理大臣', '大統領', '両首脳', '総理', '大統領'],
  ['首脳会談', '総理大臣', '首相', '両首脳', '総理', '首相'],
  ['外相電話会談', '外務大臣', '外務大臣', '両外相', '大臣', '外相'],
];
const SECTIONS = [
  ['二国間関係', '次官級協議の再開 要人往来の強化 議会間交流の拡大 地方間交流の促進 外交関係開設の記念行事 戦略対話の定例化'],
  ['経済関係', '投資協定の早期締結 経済連携協定の交渉加速 租税条約の改正 インフラ整備への協力 自動車関税の引下げ 中小企業の進出支援 税関協力の強化'],
  ['エネルギー', '液化天然ガスの安定供給 再生可能エネルギーの開発 原子力協定の署名 水素分野の共同研究 資源開発への投資'],
  ['安全保障', '防衛当局間の対話 共同訓練の実施 情報保護協定の交渉 海賊対策への協力 装備品移転の枠組み サイバー協議の開催'],
  ['領土問題', '双方にとって受入れ可能な解決策 国境画定の作業 四島交流の実施 これまでの諸合意の確認'],
  ['拉致問題', '拉致問題の早期解決 北朝鮮への働きかけ 安保理決議の履行 六者会合の再開'],
  ['国際情勢', '中東和平の進展 海洋秩序の維持 国連安保理改革 気候変動枠組みの交渉 アフリカ開発会議の成功 核軍縮と不拡散'],
  ['人的交流', '査証手続の簡素化 青年招へい事業の拡充 ワーキング・ホリデー制度の導入 文化年の開催 留学生の受入れ'],
  ['司法・治安', '刑事共助条約の批准 受刑者移送条約の締結 テロ対策の強化 人身取引への対処 社会保障協定の発効'],
  ['災害・保健', '震災復興への支援 感染症対策の連携 防災技術の移転 食品輸入規制の撤廃 水資源の管理'],
];
const FRAMES = [
  (c) => `${c.both}は、${c.matter}に向けて緊密に連携していくことで一致した。`,
  (c) => `${c.both}は、${c.matter}の重要性を改めて確認した。`,
  (c) => `${c.both}は、${c.matter}について意見交換を行った。`,
  (c) => `${c.own}から、${c.matter}について我が国の立場を説明し、${c.country}側の理解と協力を求めた。`,
  (c) => `${c.own}から、${c.matter}への期待を表明した。これに対し、${c.other}から、前向きに検討したい旨述べた。`,
  (c) => `${c.other}から、${c.matter}に関する${c.country}の取組について説明があった。`,
  (c) => `${c.other}から、我が国の支援に対する謝意が表明された。${c.own}は、引き続き協力していく旨述べた。`,
  (c) => `${c.own}から、${c.matter}が停滞していることに懸念を表明し、${c.other}は、それぞれの立場を踏まえつつ対話を続けたい旨述べた。`,
  (c) => `${c.other}から、${c.ownName}${c.ownShort}の${c.country}訪問の招待があり、${c.own}は、適当な時期に訪問したい旨述べた。`,
  (c) => `${c.both}は、来年前半に${c.matter}に関する局長級協議を開催することで一致した。`,
  (c) => `${c.own}から、昨年${c.month}月に合意した${c.matter}の着実な実施を歓迎する旨述べた。`,
  (c) => `双方は、${c.matter}について、それぞれの原則的立場を述べた。`,
];

/**
 * @param only the country it is with; without it one is drawn.
 * @returns the readout's text and a file name; the same number gives the same readout.
 */
export function makeReadout(n, only) {
  const random = seeded(n + 1);
  // Some relations have many talks, most have few.
  const drawn = COUNTRIES[Math.floor(random() * random() * COUNTRIES.length)];
  const country = only ?? drawn;
  const [kind, ownOffice, otherOffice, both, ownShort, otherShort] = pick(random, LEVELS);
  const year = 1995 + Math.floor(random() * 30);
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  const era = year >= 2019 ? ['令和', year - 2018] : ['平成', year - 1988];
  const ownName = OWN[(Math.floor((year - 1995) / 2) + (ownOffice === '総理大臣' ? 7 : 0)) % OWN.length];
  const names = seeded(COUNTRIES.indexOf(country) * 50 + Math.floor((year - 1995) / 4) * 3 + otherOffice.length);
  const otherName = pick(names, FIRST) + pick(names, MIDDLE) + pick(names, LAST);
  const own = `${ownName}${ownShort}`;
  const other = `${otherName}${otherShort}`;
  const lines = [`${country}との${kind}（概要）`, '', `${era[0]}${era[1] === 1 ? '元' : era[1]}年${month}月${day}日`, ''];
  lines.push(
    `　${month}月${day}日、午後${1 + Math.floor(random() * 8)}時から約${pick(random, ['30', '45', '50', '60', '90'])}分間、${ownName}${ownOffice}は、${kind.includes('電話') ? '' : '訪日中の'}${otherName}・${country}${otherOffice}と${kind.includes('電話') ? '電話' : ''}会談を行ったところ、概要以下のとおり（第${n + 1}号）。`,
    '',
  );
  const sections = [...SECTIONS].sort(() => random() - 0.5).slice(0, 3 + Math.floor(random() * 3));
  sections.forEach(([title, matters], i) => {
    lines.push(`${i + 1}　${title}`, '');
    const count = 1 + Math.floor(random() * 3);
    for (let j = 0; j < count; j++) {
      const context = {
        both,
        own,
        other,
        country,
        ownName,
        ownShort,
        matter: pick(random, matters.split(' ')),
        month: 1 + Math.floor(random() * 12),
      };
      lines.push(`${count > 1 ? `（${j + 1}）` : '　'}${pick(random, FRAMES)(context)}`, '');
    }
  });
  return { name: `${String(n).padStart(7, '0')}.txt`, text: `${lines.join('\n')}\n` };
}
