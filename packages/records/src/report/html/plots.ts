import { daysBetween } from '../../dates/days.ts'
import type { OpenOnDay } from '../burn-down.ts'
import { html, type Markup, nothing } from './markup.ts'

/** A bar over the whole width of its cell. The number stands beside it: readers of the screen are told nothing. */
export function bar(value: number, most: number, kind: 'main' | 'second' = 'main'): Markup {
  const width = share(value, most)
  const fill = html`<rect class="${kind as Markup}" width="${width}" height="10"/>`
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/>${value > 0 ? fill : nothing}</svg>`
}

/**
 * How many were open by day, down to the deadline: a line through the points, and a dashed one to nothing at the
 * deadline, which is the pace that is needed. The days and numbers stand in the table beside it.
 */
export function burnPlot(points: readonly OpenOnDay[], deadline: string): Markup {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return nothing
  const days = Math.max(1, daysBetween(first.day, deadline > last.day ? deadline : last.day))
  const most = Math.max(1, ...points.map(({ open }) => open))
  const at = ({ day, open }: OpenOnDay): string =>
    `${round((daysBetween(first.day, day) / days) * 100)},${round(40 - (open / most) * 38)}`
  const line = points.map(at).join(' ') as Markup
  const needed = `${at(last)} ${at({ day: deadline, open: 0 })}` as Markup
  const dashed = deadline > last.day ? html`<polyline class="needed" points="${needed}"/>` : nothing
  return html`<svg class="line" viewBox="0 0 100 42" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="0" y1="40" x2="100" y2="40"/>${dashed}<polyline class="done" points="${line}"/>${points.map((point) => dot(at(point)))}</svg>`
}

/** A line without length, drawn with a round end: the plot is stretched, and a circle would be too. */
function dot(place: string): Markup {
  const [x, y] = place.split(',') as [Markup, Markup]
  return html`<line class="dot" x1="${x}" y1="${y}" x2="${x}" y2="${y}"/>`
}

function share(value: number, most: number): number {
  return most <= 0 ? 0 : round(Math.min(100, (value / most) * 100))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
