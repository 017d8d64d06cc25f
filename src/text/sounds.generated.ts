// Generated from vocabulary/sounds.yaml by `npm run generate`; change that file, not this one.
/** Pairs: what is written, and what it may sound as; - is nothing. */
export const SPELT = {
  kana: 'ア a イ i ウ u エ e オ o ァ a ィ i ゥ u ェ e ォ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu|hu ヘ he ホ ho バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa|ba ヲ o ン n ヴ bu|fu ヷ ba|fa ヸ bi|fi ヹ be|fe ヺ bo|fo ッ - ー - ヶ ke ヮ wa キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo シャ sha シュ shu ショ sho シェ she ジャ ja ジュ ju ジョ jo ジェ je チャ cha チュ chu チョ cho チェ che ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ファ fa フィ fi フェ fe フォ fo フュ fyu ヴァ ba|fa ヴィ bi|fi ヴェ be|fe ヴォ bo|fo ヴュ vyu ティ ti トゥ tu テュ tyu ディ di ドゥ du デュ dyu ツァ tsa ツィ tsi ツェ tse ツォ tso イェ ye ウィ wi ウェ we ウォ wo クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa スィ si ズィ zi',
  cyrillic: 'а a б b в b|f г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h|k ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў w ар ar|a ер er|a ор or|o',
  polivanov: 'си shi ся sha сю shu сё sho дзи ji дзя ja дзю ju дзё jo дз z ти chi тя cha тю chu тё cho цу tsu фу fu ва wa|ba',
  letters: 'ß ss ø o ł l æ ae œ oe ı i ğ gh ş sh ș sh ç ch č ch ć ch š sh ś sh ž zh ż zh đ j ñ ny',
  latin: 'sch sh tch ch tsch ch ck k cz ch ph f qu kw q k x ks wh w gh g|- dj j dzh j tz ts th t|s kh h|k sz s ce se ci si cy si ch ch|k c k ge ge|je gi gi|ji gy gi|ji ng$ n nk nk ll r|y v b|f w w|b j j|y|h h$ - oh o|oh ah a|ah eh e|eh mpb nb e$ e|- t$ t|- s$ s|- um um|am un un|an ul ul|al er er|a ar ar|a or or|o ur ur|u ir ir|i',
} as const;
/** Sounds that are one across scripts. */
export const ALIKE: { readonly consonants: readonly string[]; readonly vowels: readonly string[] } = { consonants: ['r l', 'b', 'f', 'p', 'n m', 't d j z ch ts zh', 's sh', 'k', 'g', 'h'], vowels: ['a', 'i e y', 'u o w'] };
