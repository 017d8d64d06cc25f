const LIGHT = `--paper:#FAF9F6;--surface:#FFF;--sunk:#F2F0EA;--ink:#1B1D20;--ink2:#4B4F56;--ink3:#656970;--edge:#84827C;--rule:#E3DFD7;--rule2:#C9C5BC;
--own:#1C5A9E;--own-tint:#E9F0F9;--own-fill:#CFE0F3;--other:#9A4308;--other-tint:#FBEFE5;--other-fill:#F5D9C2;--joint:#4B3A72;--joint-tint:#F0EDF6;--joint-fill:#DCD5EA;
--alert:#A0123C;--found:#FFE999;--focus:#FFD43D;`;
const DARK = `--paper:#15171A;--surface:#1C1F23;--sunk:#101214;--ink:#E9E6DF;--ink2:#BCBCBA;--ink3:#989A9D;--edge:#7D8187;--rule:#2D3136;--rule2:#41464C;
--own:#8FBCF2;--own-tint:#1B2938;--own-fill:#27405C;--other:#EFA871;--other-tint:#32251B;--other-fill:#54391F;--joint:#C3B6E8;--joint-tint:#28243A;--joint-fill:#413861;
--alert:#FF9DB2;--found:#5E4E10`;

/** The style of every page. System fonts only; nothing is fetched. The theme follows the system, unless the page says which (`data-theme`). */
export const STYLE = `
:root{color-scheme:light dark;
${LIGHT}
--sans:"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic","Yu Gothic Medium",Meiryo,system-ui,sans-serif;
--serif:"Hiragino Mincho ProN","Noto Serif JP","Noto Serif CJK JP","BIZ UDPMincho","Yu Mincho Demibold",serif}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
:root[data-theme=light]{color-scheme:light}
@media (prefers-contrast:more){:root:root{--rule:var(--edge);--rule2:var(--edge);--own-tint:transparent;--other-tint:transparent;--joint-tint:transparent}}
*{box-sizing:border-box}
html{font-size:93.75%;scroll-padding:24px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);font-variant-numeric:lining-nums tabular-nums;font-synthesis:none;line-break:strict;overflow-wrap:anywhere}
:lang(ja) body,body:lang(ja){line-height:1.7}
a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.25em;text-decoration-color:var(--edge)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;box-shadow:0 0 0 7px var(--ink);border-radius:2px}
h1,h2,h3,p,ol,ul,dl,dd,figure,table{margin:0;padding:0}
ol,ul{list-style:none}
.page{max-width:1280px;margin:0 auto;padding:0 40px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:12px;top:-60px;background:var(--surface);padding:8px 14px;z-index:9}
.skip:focus{top:8px}
.shapes{position:absolute}
.top{border-bottom:1px solid var(--rule);background:var(--surface)}
.top .page{display:flex;gap:12px 28px;align-items:center;min-height:54px;flex-wrap:wrap}
.brand{font:700 1.25rem/1 var(--serif);display:inline-flex;gap:9px;align-items:center;text-decoration:none;min-height:44px}
.brand svg{width:18px;height:18px;fill:var(--ink);stroke:var(--ink)}
.top nav{display:flex;gap:22px;flex:1}
.top nav a{text-decoration:none;line-height:52px;border-bottom:2px solid transparent}
.top nav a[aria-current]{border-color:var(--ink);font-weight:700}
.top .lang{margin-left:auto;font-size:.8667rem;line-height:44px}
.src-words,.title,.src,.said,q{font-family:var(--serif);font-weight:500}
:lang(ru).src-words,:lang(ru) .src{font-family:"Times New Roman",var(--serif)}
q{quotes:none}
.note{color:var(--ink3);font-size:.8667rem}
.title{font-weight:700;font-size:2rem;line-height:1.3;margin:26px 0 8px;text-wrap:balance;word-break:auto-phrase}
h1{font-size:1.8667rem;line-height:1.3}
.meta{display:flex;flex-wrap:wrap;gap:2px 18px;color:var(--ink2);font-size:.8667rem}
.actions{display:flex;gap:8px;flex-wrap:wrap}
.button,button{font:400 .8667rem/1 var(--sans);color:var(--ink);background:var(--surface);border:1px solid var(--edge);border-radius:3px;padding:0 14px;min-height:32px;display:inline-flex;align-items:center;text-decoration:none;cursor:pointer}
.button:hover,button:hover{border-color:var(--ink)}
.dark{background:var(--ink);color:var(--paper);border-color:var(--ink);font-weight:700}
.m{width:14px;height:14px;flex:none;vertical-align:-2px}
.m-own{fill:var(--own);stroke:var(--own)}.m-other{fill:var(--other);stroke:var(--other)}.m-joint{fill:var(--joint);stroke:var(--joint)}.m-none{fill:var(--ink3);stroke:var(--ink3)}
.hatch{display:inline-block;width:22px;height:11px;border:1px solid var(--edge);background:repeating-linear-gradient(135deg,var(--edge) 0 1px,transparent 1px 4px);vertical-align:-1px;margin-right:5px}
.legend{border-top:2px solid var(--ink);margin-top:16px;padding:10px 0;display:flex;flex-wrap:wrap;gap:4px 20px;font-size:.8rem;color:var(--ink2);align-items:center}
.legend span{display:inline-flex;gap:6px;align-items:center}
.legend i{font:500 .9333rem/1.5 var(--serif);font-style:normal;color:var(--ink)}
.overview{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:10px 0 8px}
.strips{display:flex;gap:14px;margin-bottom:8px}
.strips a{flex-basis:0;flex-shrink:1;min-width:34px;text-decoration:none;font-size:.8rem;color:var(--ink2);display:block}
.strips a>span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;line-height:1.6}
.strip{display:block;overflow:visible}
.strip .b{stroke:var(--paper);stroke-width:1.5}
.b-own{fill:var(--own)}.b-other{fill:var(--other)}.b-joint{fill:var(--joint)}.b-none{fill:var(--ink3)}
.b-hatch-own{fill:url(#h-own)}.b-hatch-other{fill:url(#h-other)}.b-hatch-joint,.b-hatch-none{fill:url(#h-joint)}
#h-own rect{fill:var(--own)}#h-other rect{fill:var(--other)}#h-joint rect{fill:var(--joint)}
.strips a.here>span{color:var(--ink);font-weight:700}.strips a.here{box-shadow:0 3px 0 -1px var(--ink)}
.strip g.lit .b{stroke:var(--ink);stroke-width:2.5}
.counts{display:flex;flex-wrap:wrap;gap:2px 18px;font-size:.8rem;color:var(--ink2)}
.counts b{color:var(--ink)}
.counts span{display:inline-flex;gap:5px;align-items:center}
.part{display:grid;grid-template-columns:minmax(0,588fr) minmax(0,564fr);gap:0 48px;padding:22px 0 30px;border-bottom:1px solid var(--rule)}
.part>.wide{grid-column:1/-1}
.src{font-size:1.0667rem;line-height:2;max-width:40em}
.src:lang(ja){text-align:justify;text-justify:inter-character}
.src p,.src li,.src .it{white-space:pre-line}
.src .address{text-align:left}
.src h2,.src h3{font:700 1.2rem/1.5 var(--serif);text-align:left}
.src *+h2,.src *+.group{margin-top:16px}
.src h3{font-size:1.1333rem;margin-top:14px}
.it{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .6em}
.it>.n a{text-decoration:none}.it>.n a:hover{text-decoration:underline}
.it>.n{color:var(--ink2);font-family:var(--sans);font-size:.9333rem;white-space:pre;min-width:1.9em}
.kids{margin-left:2em}
.furn{font-size:.8rem;line-height:1.6;color:var(--ink3);margin-top:10px}
.furn summary{font-family:var(--sans);cursor:pointer;min-height:24px}
.furn p{text-align:left}
.w{text-decoration:underline 2px;text-underline-offset:.32em;text-decoration-skip-ink:none;color:inherit;cursor:pointer;padding:.12em 0;border-radius:1px}
.w.own{background:var(--own-tint);text-decoration-color:var(--own)}
.w.other{background:var(--other-tint);text-decoration-color:var(--other);text-decoration-style:dashed}
.w.joint{background:var(--joint-tint);text-decoration-color:var(--joint);text-decoration-style:double}
.w.each{background:var(--joint-tint);text-decoration-color:var(--own);border-bottom:2px dashed var(--other)}
.w.none{background:var(--sunk);text-decoration-color:var(--ink3);text-decoration-style:dotted}
.w:hover,.w.lit,.w:target{color:var(--ink);outline:1.5px solid currentColor}
.w.own.lit,.w.own:target,.w.own:hover{background:var(--own-fill);outline-color:var(--own)}
.w.other.lit,.w.other:target,.w.other:hover{background:var(--other-fill);outline-color:var(--other)}
.w.joint.lit,.w.joint:target,.w.joint:hover,.w.each.lit,.w.each:target,.w.each:hover{background:var(--joint-fill);outline-color:var(--joint)}
.src p,.src .it>span:last-child{position:relative}
.bracket{position:absolute;left:-10px;width:6px;height:var(--h,1.5em);margin-top:.25em;border:1.5px solid var(--ink3);border-right:0;cursor:pointer}
.bracket.b1{left:-17px}.bracket.b2{left:-24px}
.long.own>.bracket{border-color:var(--own)}.long.other>.bracket{border-color:var(--other);border-style:dashed}.long.joint>.bracket,.long.each>.bracket{border-color:var(--joint);border-left-width:4px;border-left-style:double}
.long.lit,.long:target{background:var(--sunk)}.long.lit>.bracket,.long:target>.bracket{border-left-width:4px}
rt{font:400 .6rem/1 var(--sans);color:var(--ink2);user-select:none}[data-readings=off] rt{display:none}
.c{letter-spacing:.22em}
.pn{font:700 .8667rem/1 var(--sans);color:var(--own)}.w.other .pn{color:var(--other)}.w.joint .pn,.w.each .pn{color:var(--joint)}
.e:target,.e.lit{background:var(--found);color:var(--ink)}
.summary{display:grid;grid-template-columns:minmax(0,588fr) minmax(0,564fr);gap:0 48px;padding:22px 0 24px;border-bottom:1px solid var(--rule)}
.summary>div>.minor:first-child{margin-top:0}
.summary .facts+.facts,.summary .note+.facts{margin-top:16px;padding-top:16px;border-top:1px solid var(--rule)}
.facts{display:grid;grid-template-columns:64px minmax(0,1fr);gap:5px 12px;font-size:.9333rem}
body:lang(en) .facts{grid-template-columns:104px minmax(0,1fr)}
.facts dt{color:var(--ink2);font-size:.8667rem;padding-top:1px}
.facts a{text-decoration:none}
.facts a:hover{text-decoration:underline}
.facts a.inf,.inf{text-decoration:underline dotted;text-underline-offset:.25em;text-decoration-color:var(--ink2)}
.people{display:flex;flex-wrap:wrap;gap:2px 18px}
.people li{display:inline-flex;gap:5px;align-items:center}
.people .note{flex:none;max-width:60%}
.clock{display:flex;margin:6px 0 4px;font-size:.8667rem;line-height:1.5}
.clock li{flex:1 1 0;min-width:0;padding:14px 10px 0 0;position:relative}
.clock li::before{content:"";position:absolute;left:0;right:0;top:5px;border-top:2px solid var(--ink)}
.clock li.ahead::before{border-top:2px dashed var(--edge)}
.clock li:last-child::before{display:none}
.clock li::after{content:"";position:absolute;left:0;top:1px;width:10px;height:10px;border-radius:50%;background:var(--ink);border:2px solid var(--ink)}
.clock li.future::after{background:var(--paper)}
.clock b,.clock span{display:block}
.clock .note{font-size:.8rem}
.promise{margin-bottom:8px}
.promise .line{display:flex;flex-wrap:wrap;gap:0 8px;align-items:center}
.ladder{display:flex;font-size:.8rem;line-height:1.4;margin:4px 0 2px;max-width:440px}
.ladder li{flex:1 1 0;position:relative;padding-top:14px;color:var(--ink3)}
.ladder li::before{content:"";position:absolute;left:0;right:0;top:5px;border-top:1px solid var(--rule2)}
.ladder li:last-child::before{display:none}
.ladder li::after{content:"";position:absolute;left:0;top:1px;width:9px;height:9px;border-radius:50%;background:var(--paper);border:1.5px solid var(--edge)}
.ladder .on{color:var(--ink)}
.ladder .on::after{background:var(--ink);border-color:var(--ink)}
.ladder .last{font-weight:700}
.ladder .last::after{width:11px;height:11px;top:0}
.ladder .on.other::after{background:var(--other);border-color:var(--other);border-radius:1px;transform:rotate(45deg)}
.ladder .on.own::after{background:var(--own);border-color:var(--own)}
.ladder .on.joint::after{background:var(--joint);border-color:var(--joint)}
.checks{font-size:.8667rem}
.checks li{display:grid;grid-template-columns:116px minmax(0,1fr);gap:0 12px;padding:5px 0;border-top:1px solid var(--rule)}
.checks-head{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 16px}
.checks .again{display:inline-block;margin-right:1.4em;color:var(--ink2)}
.checks .again b{color:var(--ink);font-weight:400}
.check-sign{display:inline-block;min-width:1.1em;color:var(--ink);font-weight:700}
.check-sign.told{color:var(--ink3);font-weight:400}
.checks .cite{color:var(--ink)}
.minor{font-size:1rem;font-weight:700;line-height:1.4;margin:20px 0 6px}
.rows{margin-top:2px}
.part .rec>.rows:first-child{border-top:1px solid var(--rule)}
.row{display:grid;grid-template-columns:62px 84px 52px minmax(0,1fr);gap:0 10px;align-items:start;min-height:37px;padding:6px 0;position:relative}
body:lang(en) .row{grid-template-columns:56px 92px 92px minmax(0,1fr)}
.main{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 10px;min-width:0}
.row::before{content:"";position:absolute;left:72px;right:0;top:0;border-top:1px solid var(--rule)}
.row.first::before{left:0}
.rows>.row:first-child::before{display:none}
.meeting{padding:10px 0 6px;font-size:.8667rem;font-weight:700;border-top:1px solid var(--rule)}
.meeting .note{margin-left:8px;font-weight:400}
.meeting:first-child{border-top:0}
.meeting+.row::before{display:none}
.place{font-size:.8667rem;white-space:nowrap;color:var(--ink2);text-decoration:none;min-height:24px;display:inline-flex;align-items:center}
.place:hover{text-decoration:underline}
.again .place{opacity:0}.again:hover .place,.again .place:focus{opacity:1}
.who{font-size:.8667rem;display:flex;gap:5px;align-items:center;min-height:24px}
.who .m+.m{margin-left:-6px}
.chip{font:700 .8rem/1 var(--sans);padding:4px 7px;border-radius:2px;border:1.5px solid transparent;text-decoration:none;justify-self:start;min-height:24px;display:inline-flex;align-items:center;--c:var(--ink2);--t:var(--sunk);white-space:nowrap}
.own .chip{--c:var(--own);--t:var(--own-fill)}.other .chip{--c:var(--other);--t:var(--other-fill)}.joint .chip,.each .chip{--c:var(--joint);--t:var(--joint-fill)}
.chip.outcome{background:var(--c);color:var(--paper)}
.chip.position,.chip.outcome.open-ended{background:transparent;color:var(--c);border-color:var(--c)}
.chip.regard{background:var(--t);color:var(--c)}
.chip.asking{background:var(--t);color:var(--c);padding-right:13px;clip-path:polygon(0 0,calc(100% - 8px) 0,100% 50%,calc(100% - 8px) 100%,0 100%)}
.said{flex:0 1 auto;line-height:1.6;min-width:0}
.gap{font-family:var(--sans);color:var(--ink3);margin:0 .15em}
.verb{font-weight:700}
.own .verb{color:var(--own)}.other .verb{color:var(--other)}.joint .verb,.each .verb{color:var(--joint)}
.notes{font-size:.8rem;color:var(--ink2);display:flex;flex-wrap:wrap;gap:0 8px;align-items:center}
.notes:empty{display:none}.main>.notes{margin-left:auto;justify-content:flex-end}
.notes .box{border:1px solid var(--edge);border-radius:2px;padding:0 6px}
.hangs .who::before{content:"";position:absolute;left:64px;top:-10px;height:29px;width:7px;border:1px solid var(--edge);border-width:0 0 1px 1px}
.row:hover,.row.lit{background:linear-gradient(var(--sunk),var(--sunk)) 66px 0 no-repeat}
.row:target,.row.open{outline:1px solid var(--c,var(--ink2));outline-offset:4px;background:var(--surface)}
.own.row{--c:var(--own)}.other.row{--c:var(--other)}.joint.row,.each.row{--c:var(--joint)}
.fields{display:none;grid-column:2/-1;grid-template-columns:64px minmax(0,1fr);gap:4px 12px;font-size:.8667rem;border-top:1px solid var(--rule);margin-top:6px;padding:8px 10px 4px 0}
body:lang(en) .fields{grid-template-columns:96px minmax(0,1fr)}
.row:target .fields,.row.open .fields{display:grid}
.fields dt{color:var(--ink2)}
.fields .actions{grid-column:1/-1;margin-top:4px;display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center}
.fields .actions button{display:none}
.js .fields .actions button{display:inline-flex}
.aids{display:inline-flex;gap:6px;align-items:center;cursor:pointer;min-height:24px}
.aids input{width:16px;height:16px;margin:0;accent-color:var(--ink)}
body:has(.aid-marks:not(:checked)) .src .w{text-decoration:none;background:none;border-bottom:0;outline:0;cursor:text}
body:has(.aid-marks:not(:checked)) .bracket{display:none}
body:has(.aid-marks:not(:checked)) .src .pn{font:inherit;color:inherit}
body:has(.aid-who:checked) .src :is(.w,.long)[data-who]::before{content:"[" attr(data-who) "] ";font:400 .8rem/1 var(--sans);color:var(--ink2)}
.twice{flex-basis:100%}
.fields .line{display:block}
.row>.correct{grid-column:2/-1}
.doubts li{padding:6px 0;border-top:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:0 12px}
.doubts .sign{color:var(--alert);font-weight:700}
.code{font-size:.8rem;color:var(--ink3)}
.foot{display:flex;flex-wrap:wrap;gap:4px 24px;justify-content:space-between;color:var(--ink3);font-size:.8rem;padding-top:24px;padding-bottom:44px}
.wire{position:absolute;left:0;top:0;width:100%;pointer-events:none;overflow:visible;fill:none;stroke-width:1.5;height:1px}
.said-so{position:fixed;bottom:16px;left:50%;transform:translateX(-50%);background:var(--ink);color:var(--paper);padding:6px 16px;border-radius:3px;font-size:.8667rem}
.said-so:empty{display:none}
.keys{margin-left:auto;display:none}.js .keys{display:inline-flex}
kbd{font:400 .8rem/1.5 var(--sans);border:1px solid var(--edge);border-radius:2px;padding:0 5px}
.home{display:grid;grid-template-columns:minmax(0,820fr) minmax(0,336fr);gap:44px;padding:0 0 30px}
.home h1{margin-top:26px}
.home .lead{color:var(--ink2);margin:6px 0 18px}
.sec{border-top:2px solid var(--ink);padding-top:8px}
.sec h2{font-size:1.2rem;line-height:1.3;display:inline}
.sec>.note{margin-left:10px}
.cards{margin-top:10px}
.card{display:grid;grid-template-columns:104px minmax(0,1fr) minmax(90px,220px) 92px;gap:4px 20px;align-items:center;padding:13px 0;border-top:1px solid var(--rule);position:relative}
.card .day{font-size:.8667rem;color:var(--ink2)}
.card h3{font:500 1.1333rem/1.45 var(--serif)}
.card h3 a{text-decoration:none}.card h3 a::after{content:"";position:absolute;inset:0}
.card:hover h3 a{text-decoration:underline}
.card .sub{font-size:.8667rem;color:var(--ink2)}
.card .num{text-align:right;font-size:.8667rem;color:var(--ink2);line-height:1.5}
.home .drop{margin-top:26px}
.drop{border:1px dashed var(--edge);background:var(--surface);border-radius:4px;padding:18px}
.drop h2{font-size:1.2rem;line-height:1.3;margin-bottom:10px}
.drop label{display:block;font-weight:700;font-size:.8667rem;margin-top:12px}
.drop textarea,.drop input[type=text]{width:100%;font:500 1rem/1.7 var(--serif);color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:3px;padding:6px 8px}
.drop textarea{height:170px;resize:vertical}
.drop input[type=text]{font-family:var(--sans);min-height:36px}
.drop input[type=file]{width:100%;font:400 .8667rem/1.5 var(--sans);padding:14px 10px;border:1px dashed var(--edge);border-radius:3px;color:var(--ink2)}
.drop .button,.drop button{margin-top:14px;min-height:40px;padding:0 22px}
.wrong{border-left:4px solid var(--alert);padding:4px 0 4px 14px;margin:26px 0}
.wrong h1,.wrong h2{color:var(--alert);font-size:1.2rem}
@media (min-width:861px){.src{position:sticky;top:18px;align-self:start}}
@media (min-width:861px) and (min-height:640px){.overview{position:sticky;top:0;z-index:3;background:var(--paper)}.overview~* .src{top:100px}html:has(.overview){scroll-padding-top:108px}}
@media (max-width:1100px){.home{grid-template-columns:minmax(0,1fr)}.part{gap:0 32px}.row{grid-template-columns:62px 80px 52px minmax(0,1fr)}body:lang(en) .row{grid-template-columns:56px 88px 92px minmax(0,1fr)}.card{grid-template-columns:96px minmax(0,1fr) 150px}.card .num{grid-column:2/-1;text-align:left}}
@media (max-width:860px){.part,.summary{grid-template-columns:minmax(0,1fr)}.summary{gap:18px 0}.part .rec{margin-top:12px}.strips{overflow-x:auto;padding-bottom:4px}.strips a{flex:none}${Array.from({ length: 24 }, (_, i) => `.strips .fl${i + 1}{width:${28 + 8 * i}px}`).join('')}.keys{display:none!important}}
@media (max-width:700px){.page{padding:0 18px}.title{font-size:1.6rem}.src{font-size:1.1333rem}.row,body:lang(en) .row{grid-template-columns:auto auto 1fr;gap:4px 10px;padding:9px 0;min-height:44px}.row::before{left:0}.row>.place{order:0;min-width:44px}.again .place{opacity:1}.row>.who{order:1}.row>.chip{order:2}.row>.main{order:3;grid-column:1/-1}.said{flex-basis:100%}.row>.fields{order:5;grid-column:1/-1}.hangs .who::before{display:none}.clock{flex-wrap:wrap}.button,button{min-height:44px}.card{grid-template-columns:minmax(0,1fr)}.card .num{grid-column:1}.facts,body:lang(en) .facts,.fields,body:lang(en) .fields{grid-template-columns:76px minmax(0,1fr)}.chip{min-height:28px}.top nav{order:3;flex-basis:100%}}
@media (max-width:360px){.ladder,.clock{display:block}.ladder li,.clock li{padding:0 0 4px 18px}.ladder li::before,.clock li::before{display:none}.ladder li::after,.clock li::after{top:5px}}
@media (prefers-reduced-motion:no-preference){.w,.row{transition:background-color 120ms}}
@media (forced-colors:active){.top nav a{border-bottom-color:Canvas}.top nav a[aria-current]{border-bottom-color:CanvasText}.bracket{border-color:CanvasText!important}.ladder .on::after,.clock li:not(.future)::after{forced-color-adjust:none;background:CanvasText;border-color:CanvasText}.b-hatch-own,.b-hatch-other,.b-hatch-joint,.b-hatch-none{fill-opacity:.35!important}.w.own,.w.other,.w.joint,.w.each{text-decoration-color:CanvasText;border-color:CanvasText}.m{fill:CanvasText;stroke:CanvasText}.strip .b{fill:CanvasText}.chip{border-color:CanvasText}.hatch{forced-color-adjust:none}}
@page{size:A4;margin:17mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{.bracket{height:1.5em}.src,.overview{position:static}:root:root{--paper:#FFF;--surface:#FFF;--sunk:#FFF;--ink:#000;--ink2:#333;--ink3:#444;--edge:#666;--rule:#CCC;--own:#1C5A9E;--own-tint:#FFF;--own-fill:#E4EDF7;--other:#9A4308;--other-tint:#FFF;--other-fill:#F8E6D8;--joint:#4B3A72;--joint-tint:#FFF;--joint-fill:#E9E5F2;color-scheme:light}
html{font-size:9pt}.strips{overflow:visible}.strips a{flex-basis:0;flex-shrink:1;min-width:0}.place{font-size:.75rem}body{background:#FFF}.top,.skip,.keys,.aids,.actions,.wire,.said-so,.furn{display:none!important}.page{padding:0;max-width:none}.part{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 7mm;padding:4mm 0}.summary{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 7mm;padding:4mm 0}.src{font-size:9.5pt;line-height:1.75}.row,body:lang(en) .row{grid-template-columns:44px 68px 40px minmax(0,1fr);gap:0 6px;min-height:0;padding:3px 0}body:lang(en) .row{grid-template-columns:36px 80px 80px minmax(0,1fr)}body:lang(en) .part{grid-template-columns:minmax(0,.82fr) minmax(0,1.18fr)}.row,.it,.card{break-inside:avoid}h2,h3,.checks-head{break-after:avoid}.checks li{break-inside:avoid}.chip,.hatch,.b,.m,.clock li::after,.ladder li::after{print-color-adjust:exact;-webkit-print-color-adjust:exact}.title{font-size:16pt}.row::before{left:0}.hangs .who::before{display:none}}
${Array.from({ length: 24 }, (_, i) => `.strips .fl${i + 1}{flex-grow:${i + 1}}`).join('')}
`;
