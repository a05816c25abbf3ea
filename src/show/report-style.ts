/**
 * How does the report look on a desk, on a phone, in the dark and on paper? In: nothing. Out: the style sheet, inline in
 * the page: no font, picture or script is fetched from anywhere.
 */
export const REPORT_STYLE = `
:root { --paper: #ffffff; --ink: #16191d; --soft: #4a535e; --faint: #6b7682; --rule: #d9dee4; --shade: #f4f6f8; --link: #0b5c99;
  --good: #00664a; --warn: #8a5a00; --bad: #b00020; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #eceff2; --soft: #b9c2cc; --faint: #929daa; --rule: #343b43; --shade: #1d2227; --link: #7cc0f2;
  --good: #5fd0ab; --warn: #f0b84d; --bad: #ff8a93; } }
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1040px; padding: 28px 24px 64px; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 6px; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 44px 0 10px; padding-top: 12px; border-top: 2px solid var(--ink); }
h3 { font-size: 1.02rem; margin: 24px 0 6px; }
p { margin: 8px 0; max-width: 74ch; }
.lead { font-size: 1.1rem; line-height: 1.55; }
.note, figcaption, caption, .unit, .small { color: var(--soft); font-size: .86rem; }
.unit { font-weight: 400; white-space: nowrap; }
a { color: var(--link); }
ul { padding-left: 22px; } li { margin: 4px 0; max-width: 74ch; }
nav ol { columns: 2; padding-left: 24px; margin: 8px 0; font-size: .92rem; }
.status { display: inline-block; padding: 3px 12px; border: 2px solid currentColor; border-radius: 4px; font-weight: 600; margin: 6px 0; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .open { color: var(--soft); }
td .good, td .warn, td .bad, td .open { font-weight: 600; white-space: nowrap; }
.cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; margin: 18px 0; padding: 0; }
.card { border: 1px solid var(--rule); border-radius: 6px; padding: 10px 12px; break-inside: avoid; }
.card .what { font-size: .84rem; color: var(--soft); line-height: 1.3; }
.card .value { font-size: 1.35rem; font-weight: 650; line-height: 1.3; margin: 3px 0; overflow-wrap: normal; }
.card .value .unit { font-size: .9rem; white-space: normal; }
figure { margin: 16px 0 22px; break-inside: avoid; }
figcaption { margin-top: 4px; max-width: 90ch; }
svg { display: block; width: 100%; height: auto; }
.chart.on-wide { max-width: 860px; } .on-narrow { display: none; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; margin: 4px 0 8px; font-size: .84rem; }
.legend li { margin: 0; max-width: none; } .legend svg { display: inline-block; width: 20px; height: 12px; margin-right: 6px; vertical-align: -1px; border: 1px solid var(--rule); }
.sankey .band { fill: none; stroke-opacity: .55; } .sankey .back { stroke-opacity: .38; } .sankey .arrow { fill: var(--ink); } .sankey .box { stroke: var(--ink); stroke-width: .4; }
.sankey text { font-size: 11px; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.sankey .amount { fill: var(--soft); } .sankey .loop { font-size: 10.5px; }
.wide, .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 8px 0 14px; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 6px 0; caption-side: top; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--rule); font-weight: 400; overflow-wrap: break-word; }
tbody th { min-width: 8.5em; }
thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
.number { text-align: right; white-space: nowrap; }
th.number { white-space: normal; }
td.number + td, th.number + th { padding-left: 10px; }
table.small { font-size: .8rem; }
details { margin: 6px 0; } summary { cursor: pointer; color: var(--link); font-size: .86rem; }
footer { margin-top: 40px; border-top: 1px solid var(--rule); padding-top: 10px; }
@media (max-width: 700px) {
  html { font-size: 15px; } body { padding: 18px 14px 40px; } h1 { font-size: 1.5rem; }
  .cards { grid-template-columns: repeat(2, 1fr); } nav ol { columns: 1; }
  .on-wide { display: none; } .on-narrow { display: block; max-width: 460px; }
  .wide svg { width: 880px; } .scroll table { width: max-content; min-width: 100%; } td, tbody th { max-width: 15em; }
  caption span { display: block; max-width: calc(100vw - 28px); position: sticky; left: 0; }
  .card .value { font-size: 1.15rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --soft: #333333; --faint: #555555; --rule: #bbbbbb; --shade: #ffffff; --link: #000000; --good: #000000; --warn: #000000; --bad: #000000; color-scheme: light; }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; }
  nav, details { display: none; }
  h2 { break-after: avoid; margin-top: 22pt; } h3, caption { break-after: avoid; }
  .page { break-before: page; }
  .on-wide { display: block !important; max-width: none; } .on-narrow { display: none !important; }
  .wide, .scroll { overflow: visible; } .wide svg { width: 100%; }
  table { font-size: 8.5pt; line-height: 1.35; } th, td { padding: 3px 8px 3px 0; } table.small, .small { font-size: 7.5pt; } .card .value { font-size: 13pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } .cards { grid-template-columns: repeat(4, 1fr); }
  .whole { break-inside: avoid; }
  svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
