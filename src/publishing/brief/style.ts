/** What a brief adds to the style of every record, on the screen and on paper. */
export const BRIEF_STYLE = `
.brief{max-width:60rem;margin:0 auto}
.brief-head{border-top:3px solid var(--ink);margin-top:26px;padding:10px 0 8px;display:flex;flex-wrap:wrap;gap:4px 32px;justify-content:space-between}
.brief-head h1{margin:0}
.brief-head .kicker{font-weight:700}
.brief-facts{color:var(--ink2);font-size:.8667rem;text-align:right}
.brief-key{display:flex;flex-wrap:wrap;gap:2px 22px;border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);padding:5px 0;font-size:.8667rem}
.brief-key .last{margin-left:auto}
.brief .sec{border-top:2px solid var(--ink);margin-top:22px;padding-top:6px}
.brief .sec-head{display:flex;flex-wrap:wrap;gap:0 14px;align-items:baseline;border:0;margin:0}
.brief h2{font-size:1.2rem;line-height:1.5;margin:0}
.brief h3{font-size:1rem;margin:10px 0 2px}
.brief-list{padding-left:1.6em}
.brief-list li{border-bottom:1px solid var(--rule);padding:4px 0}
.brief-list li:last-child{border-bottom:0}
ol.brief-list{list-style:decimal}
ol.brief-list ::marker{font-weight:700}
ul.brief-list{list-style:'–  '}
.brief-table{width:100%;border-collapse:collapse;border-bottom:1px solid var(--rule2)}
.brief-table th,.brief-table td{text-align:left;vertical-align:top;padding:4px 12px 4px 0}
.brief-table thead th{font:400 .8rem/1.5 var(--sans);color:var(--ink2);padding:2px 12px 2px 0}
.brief-table tbody{border-top:1px solid var(--rule2)}
.brief-table tbody tr+tr td{border-top:1px solid var(--rule)}
.brief-table tbody th{font-weight:400;width:18%}
.brief-table td:last-child{width:auto}
.brief-table .who+td{overflow-wrap:normal;word-break:keep-all}
.brief-table .m{margin-right:3px}
.brief-cite{font-size:.72rem;line-height:1;white-space:nowrap;margin-left:1px;vertical-align:super}
.brief-cite a{text-decoration:none;padding:2px}
.brief-cite a:hover{text-decoration:underline}
.brief .whole{white-space:nowrap}
.brief-clock ol{display:flex;flex-wrap:wrap;gap:6px 0}
.brief-clock ol>li{flex:1 1 7rem;border-top:1px solid var(--ink);padding:6px 12px 0 0;position:relative;margin-top:6px}
.brief-clock ol>li::before{content:"";position:absolute;top:-5px;left:0;width:7px;height:7px;border:1px solid var(--ink);border-radius:50%;background:var(--paper)}
.brief-clock ol>li.done::before{background:var(--ink)}
.brief-clock ol>li.absent::before{border-style:dashed}
.brief-clock ol>li:not(.done){border-top-style:dashed}
.brief-clock ol>li>*{display:block}
.brief-sources{columns:17rem;column-gap:28px;font-size:.8667rem}
.brief-sources li{break-inside:avoid;display:grid;grid-template-columns:1.8em auto 1fr;gap:0 10px;min-height:24px;align-items:baseline}
.brief-sources li:target{background:var(--found);color:var(--ink)}
.brief-sources q{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.brief-sources li:target q{white-space:normal}
.brief-table .who{white-space:nowrap}
.brief-sources abbr{text-decoration:none;font-weight:700}
.brief-documents{font-size:.8667rem}
.brief-documents dt{float:left;font-weight:700}
.brief-documents dd{margin:0 0 2px 2.2em}
@media (max-width:700px){
.brief-facts{text-align:left}
.brief-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.brief-table,.brief-table tbody,.brief-table tr,.brief-table th,.brief-table td{display:block;width:auto}
.brief-table tbody{padding:6px 0}
.brief-table tbody tr{padding:4px 0}
.brief-table tbody tr+tr{border-top:1px solid var(--rule)}
.brief-table tbody tr+tr td{border-top:0}
.brief-table tbody th{width:auto}
.brief-table td{padding:1px 0}
.brief-table td:empty{display:none}
}
@page{size:A4;margin:17mm}
@media print{
html:has(.brief){font-size:8.7pt}
.brief{max-width:none;line-height:1.42}
.brief-table th,.brief-table td{padding:1.5pt 6pt 1.5pt 0}
.brief-list li{padding:1.5pt 0}
.brief-sources{columns:3}
.brief-sources li{min-height:0}
.brief-head{margin-top:0}
.brief h1{font-size:18pt}
.brief h2{font-size:11.5pt;break-after:avoid}
.brief .sec{margin-top:10pt}
.brief-list li,.brief-table tr,.brief-clock{break-inside:avoid}
.brief-table thead{display:table-header-group}
.brief-sources,.brief-documents{font-size:7pt}
.brief a{text-decoration:none}
}
`;
