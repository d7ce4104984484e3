import type { BurnDown } from '../burn-down.ts'
import { lagClasses } from '../lag.ts'
import type { Report } from '../report.ts'
import { html, type Markup, text } from './markup.ts'
import { bar, burnPlot } from './plots.ts'
import { section } from './section.ts'
import type { Speech } from './speech.ts'
import { table } from './table.ts'
import type { PageText } from './words.ts'

/** Why doses wait, the most frequent reason first. */
export function reasonSection({ blocking }: Report, speech: Speech): Markup {
  if (blocking === undefined) return html``
  const { say, count, words } = speech
  const { texts } = words
  const most = blocking.reasons[0]?.rows ?? 0
  const columns = [
    { heading: say(texts.reason), kind: 'words' },
    { heading: say(texts.rows), kind: 'number' },
    { heading: say(texts.alone), kind: 'number' },
    { heading: html``, kind: 'bar' },
  ] as const
  const rows = blocking.reasons.map(({ rule, rows: all, alone }) => [
    html`<code>${text(rule)}</code> ${say(words.rules[rule] ?? { vi: rule, en: rule })}`,
    ...[count(all), count(alone), bar(all, most)],
  ])
  const total = html`<p>${say(texts['rows-listed'])}: <strong>${count(blocking.rows)}</strong></p>`
  return section('reasons', speech, [total, table(say(texts.reasons), columns, rows)], texts['reasons-note'])
}

/** How long it took until doses were entered (PR-03). */
export function lagSection({ lag }: Report, speech: Speech): Markup {
  if (lag === undefined || lag.measured === 0) return html``
  const { say, count, words } = speech
  const { texts, modes } = words
  const most = Math.max(...lagClasses.flatMap((one) => [lag.byMode.live[one], lag.byMode.backlog[one]]))
  const columns = [
    { heading: say(texts['lag-class']), kind: 'words' },
    { heading: say(modes.live), kind: 'number' },
    { heading: say(modes.backlog), kind: 'number' },
    { heading: html``, kind: 'bar' },
  ] as const
  const rows = lagClasses.map((one) => {
    const [live, backlog] = [lag.byMode.live[one], lag.byMode.backlog[one]]
    return [say(words.lags[one]), count(live), count(backlog), html`${bar(live, most)}${bar(backlog, most, 'second')}`]
  })
  const figures: readonly (readonly [PageText, number | undefined])[] = [
    ['lag-median', lag.median],
    ['lag-ninetieth', lag.ninetieth],
    ['lag-late', lag.late],
    ['lag-unknown', lag.unknown],
  ]
  return section('lag', speech, [list(figures, speech), table(say(texts.lag), columns, rows)], texts['lag-note'])
}

/** How the backlogs go down until the deadline. */
export function burnSection({ burnDowns }: Report, speech: Speech): Markup {
  if (burnDowns.length === 0) return html``
  const { words } = speech
  const isOneDay = burnDowns.every(({ points }) => points.length < 2)
  return section(
    'burn',
    speech,
    burnDowns.map((one) => burnPart(one, speech)),
    words.texts[isOneDay ? 'burn-none' : 'burn-note'],
  )
}

function burnPart({ kind, points, deadline, ...pace }: BurnDown, speech: Speech): Markup {
  const { say, count, day, words } = speech
  const { texts } = words
  const columns = [
    { heading: say(texts.day), kind: 'words' },
    { heading: say(texts.open), kind: 'number' },
  ] as const
  const rows = points.map((point) => [day(point.day), count(point.open)])
  const { daysLeft, neededPerDay, donePerDay, projectedEnd } = pace
  const end = projectedEnd === undefined ? say(texts.never) : day(projectedEnd)
  const figures = html`<dl>${[
    ...[pair(say(texts.deadline), day(deadline)), pair(say(texts['days-left']), count(daysLeft))],
    pair(say(texts.needed), neededPerDay === undefined ? say(texts.past) : count(neededPerDay)),
    ...(donePerDay === undefined ? [] : [pair(say(texts.done), count(donePerDay)), pair(say(texts.projected), end)]),
  ]}</dl>`
  const plot =
    points.length < 2
      ? html``
      : html`${burnPlot(points, deadline)}<p class="ends"><span>${day(points[0]?.day ?? deadline)}</span><span>${day(deadline)}</span></p>`
  return html`<h3>${say(words.backlogs[kind])}</h3><div class="beside"><div>${plot}${figures}</div>${table(say(words.backlogs[kind]), columns, rows)}</div>`
}

/** Names with counts; what is not known is left out. */
export function list(
  figures: readonly (readonly [PageText, number | undefined])[],
  { say, count, words }: Speech,
): Markup {
  const pairs = figures.flatMap(([name, figure]) =>
    figure === undefined ? [] : [pair(say(words.texts[name]), count(figure))],
  )
  return html`<dl>${pairs}</dl>`
}

function pair(name: Markup, value: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}
