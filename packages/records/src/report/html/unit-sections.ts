import { steps } from '../measures.ts'
import { percentOf } from '../percent.ts'
import type { Report } from '../report.ts'
import type { ShownCount, ShownUnit } from '../shown-unit.ts'
import { type Level, levels } from '../units.ts'
import { html, type Markup, text } from './markup.ts'
import { bar } from './plots.ts'
import { section } from './section.ts'
import { type Speech, together } from './speech.ts'
import { table } from './table.ts'

/** Communes and facilities are many: their tables are closed at first, and all are in report.csv. */
const MOST_OPEN = 40
/** Rows of a table; the rest is in report.csv. */
const MOST_ROWS = 2_000

/** Provinces, districts, communes and facilities; a level of which nothing is known is left out. */
export function unitSection(report: Report, speech: Speech): Markup {
  const { say, words } = speech
  const told = levels.filter((level) => report.units[level].some(({ code }) => code !== undefined))
  if (told.length === 0) return html``
  const tables = told.map((level) => {
    const units = report.units[level]
    const own = unitTable(level, report, speech)
    if (units.length <= MOST_OPEN) return html`<h3>${say(words.levels[level])}</h3>${own}`
    return html`<details><summary>${say(words.levels[level])} (${units.length})</summary>${own}</details>`
  })
  const hidden = report.isPublic === true ? html`<p class="note">${say(words.texts['hidden-note'])}</p>` : html``
  return section('units', speech, [hidden, ...tables], words.texts['place-note'])
}

function unitTable(level: Level, { units, doses }: Report, speech: Speech): Markup {
  const { say, count, words } = speech
  const { texts } = words
  const measured = [...steps, 'listed' as const].filter((measure) => doses[measure] !== undefined)
  const last = steps.findLast((step) => doses[step] !== undefined) ?? 'entered'
  const first = doses.given === undefined ? ('entered' as const) : ('given' as const)
  const columns = [
    { heading: say(texts.unit), kind: 'words' as const },
    ...measured.map((measure) => ({ heading: say(words.measures[measure]), kind: 'number' as const })),
    { heading: say(together(words.measures[last], ' / ', words.measures[first])), kind: 'number' as const },
    { heading: html``, kind: 'bar' as const },
  ]
  const rows = units[level].slice(0, MOST_ROWS).map((unit) => {
    const share = unit.code === undefined ? undefined : shareOf(unit.doses[last], unit.doses[first])
    return [
      nameOf(unit, level, speech),
      ...measured.map((measure) => countOr(unit.doses[measure], count)),
      share === undefined ? text('–') : speech.percent(share),
      share === undefined ? html`` : bar(Number(share), 100),
    ]
  })
  return table(say(words.levels[level]), columns, rows)
}

function nameOf({ code, name }: ShownUnit, level: Level, { say, words }: Speech): Markup {
  if (code === undefined) return say(words.texts.elsewhere)
  const shown = text(name ?? code)
  return level === 'facility' && name !== code ? html`${shown} <small>${text(code)}</small>` : shown
}

function countOr(shown: ShownCount | undefined, count: Speech['count']): Markup {
  return shown === undefined ? text('–') : count(shown)
}

function shareOf(part: ShownCount | undefined, whole: ShownCount | undefined): string | undefined {
  return typeof part === 'number' && typeof whole === 'number' ? percentOf(part, whole)?.rounded : undefined
}
