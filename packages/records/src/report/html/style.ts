/** The page's looks: light and dark, narrow and wide, and on paper. Nothing is fetched from anywhere. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --track: #eaeef2;
  --main: #0b6e4f; --second: #b35900; --head: #f6f8fa }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --rule: #30363d;
  --track: #21262d; --main: #3fb68b; --second: #e3964a; --head: #161b22 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--rule) }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
.both [lang=en] { color: var(--soft); font-weight: 400; font-size: .85em }
.both :is(th, dt, h1, h2, h3, caption, .note, li) > [lang=en] { display: block }
.both td > [lang=en] { display: block }
.note, header p, small, .absent { color: var(--soft) }
.note { margin: .25rem 0 .75rem; font-size: .9rem; max-width: 46rem }
.absent { font-style: italic; font-size: .85rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
thead th { background: var(--head); font-weight: 600; vertical-align: bottom; line-height: 1.25 }
tbody th { font-weight: 500; min-width: 9rem }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
thead .number { white-space: normal }
td.number:has(.absent) { white-space: normal } .narrow { display: none }
td.bar { width: 26%; min-width: 6rem; vertical-align: middle }
svg.bar { display: block; width: 100%; height: .7rem; margin: .15rem 0 }
.track { fill: var(--track) } rect.main { fill: var(--main) } rect.second { fill: var(--second) }
svg.line { display: block; width: 100%; height: 10rem; overflow: visible }
svg.line * { fill: none; vector-effect: non-scaling-stroke; stroke-linecap: round }
.axis { stroke: var(--rule); stroke-width: 1 } .done { stroke: var(--main); stroke-width: 2.5 }
.dot { stroke: var(--main); stroke-width: 8 } .needed { stroke: var(--second); stroke-width: 2; stroke-dasharray: 5 5 }
.ends { display: flex; justify-content: space-between; margin: 0 0 .5rem; color: var(--soft); font-size: .85rem }
.beside { display: grid; grid-template-columns: 3fr 2fr; gap: 1.5rem; align-items: start }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: .5rem 0 1rem }
dt { color: var(--soft); font-size: .88rem; line-height: 1.3 } dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums }
summary { cursor: pointer; font-weight: 600; padding: .4rem 0 }
code { font-size: .88em } ul { padding-left: 1.2rem } li { margin: .3rem 0 }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
@media (max-width: 40rem) { .beside { grid-template-columns: 1fr } td.bar, th.bar { display: none } .narrow { display: block }
  th, td { padding: .3rem .4rem } tbody th { min-width: 7rem } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --track: #e6e6e6;
  --main: #0b6e4f; --second: #b35900; --head: #f2f2f2 }
  body { max-width: none; padding: 0; font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h2, h3 { break-after: avoid } tr, .beside { break-inside: avoid } thead { display: table-header-group }
  .scroll { overflow: visible } details:not([open]) { display: none } }
@page { size: A4; margin: 15mm }
`
