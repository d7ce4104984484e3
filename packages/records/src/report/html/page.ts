import type { Report } from '../report.ts'
import { peopleSection, remarkSection, toldSection, tooManySection } from './check-sections.ts'
import { backlogSection, classSection, funnelSection } from './dose-sections.ts'
import { html, type Markup, text } from './markup.ts'
import { speechOf } from './speech.ts'
import { style } from './style.ts'
import { unitSection } from './unit-sections.ts'
import type { Language, ReportWords } from './words.ts'
import { burnSection, lagSection, reasonSection } from './work-sections.ts'

const sections = [
  ...[funnelSection, backlogSection, burnSection, peopleSection, classSection, unitSection],
  ...[reasonSection, lagSection, tooManySection, toldSection, remarkSection],
] as const

/** The report as one page that opens from disk: no script, nothing from elsewhere, every text in it escaped. */
export function reportPage(report: Report, words: ReportWords, language: Language): string {
  const speech = speechOf(language, words)
  const { say, day } = speech
  const { texts } = words
  const [lang, title] = language === 'en' ? ['en', texts.title.en] : ['vi', texts.title.vi]
  const shown = report.isPublic === true ? html`<p>${say(texts.public)}</p>` : html``
  return `<!doctype html>
${html`<html lang="${text(lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${text(`${title} ${report.asOf}`)}</title><style>${style as Markup}</style></head>
<body class="${text(language)}"><header><h1>${say(texts.title)}</h1>
<p>${say(texts['as-of'])} <strong>${day(report.asOf)}</strong></p>${shown}</header>
<main>${sections.map((part) => html`${part(report, speech)}\n`)}</main></body></html>`}
`
}
