/** Readouts of our own writing, with invented names, for the tests of archives. */
export const TALKS = `日英外相会談(概要)

平成30年5月9日

 5月9日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。

1 二国間関係

(1)両外相は、次官級協議を続けていくことで一致した。
(2)甲野大臣から、来年英国を訪問したい旨述べた。これに対し、スミス大臣から、歓迎する旨述べた。

2 拉致問題

 甲野大臣から、拉致問題の早期解決に向けた理解と協力を求め、スミス大臣は支持を表明した。
`;

/** The same page, a sentence later changed, its date left as it was. */
export const TALKS_EDITED = TALKS.replace('次官級協議を続けていくことで一致した', '次官級協議を早期に開催することで一致した');

export const CALL = `日英外相電話会談

平成30年7月2日

 7月2日、甲野外務大臣は、スミス英国外務大臣と電話会談を行った。

1 両外相は、国際社会の諸課題について緊密に連携していくことを確認した。

2 甲野大臣から、漁業協定の早期署名への期待を表明した。
`;

export const TREATY = `日英外相会談(概要)

平成30年6月1日

 6月1日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。両外相は、本年3月4日に署名した日英漁業協定の批准書の交換を行った。これにより、同協定は平成30年9月1日に発効する。
`;

/** Texts that are no accounts of talks: no statement holds their words. */
export const JOINT = `日本国と英国との間の防災協力に関する共同声明

平成30年5月14日

1 日本国及び英国は、自然災害に対する強靱性を高めることの重要性を認識する。

2 両国は、次の分野において協力を強化する。
 (a) 地震及び津波の早期警報に関する観測データの共有
 (b) 火山防災に係る研究者の交流
`;

export const PRESS = `甲野外務大臣会見記録

(平成30年3月4日 10時40分 於:本省会見室)

冒頭発言
【甲野外務大臣】在外公館の窓口について、オンライン申請の対象を広げることとしました。

津波の観測
【中央新報 沢渡記者】津波の観測について、調整が続いていると承知しています。
【甲野外務大臣】観測の予定は決まっておりません。
`;

/** What a minister told the press of talks: no account of them, unless a person says so. */
export const TO_THE_PRESS = `Minister Berg told reporters on 7 March 2031 that he met with Minister of Foreign Affairs Maeda Kaoru of Japan on Monday.

Minister Berg of Norway welcomed the plan. Minister Maeda stressed that the port is open.`;
