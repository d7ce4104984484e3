import type { CountedClass } from '../measures.ts'
import { percentOf } from '../percent.ts'
import type { Report } from '../report.ts'
import { html, type Markup, text } from './markup.ts'
import { section } from './section.ts'
import type { Speech } from './speech.ts'
import { table } from './table.ts'
import { list } from './work-sections.ts'

/** People, reports of citizens and rows: none of them are doses. */
export function peopleSection({ persons, feedback, rows, match }: Report, speech: Speech): Markup {
  const { say, count, percent, words } = speech
  const { texts } = words
  const people = list(
    [
      ['people-entered', persons.entered],
      ['people-police', persons.policeVerified],
    ],
    speech,
  )
  const reports =
    feedback === undefined
      ? html``
      : html`<dl><div><dt>${say(texts.reports)}</dt><dd>${count(feedback.processed)} / ${count(feedback.received)}${
          feedback.percent === undefined ? html`` : html` = ${percent(feedback.percent)}`
        }</dd></div></dl>`
  const read =
    rows === undefined
      ? html``
      : list(
          [
            ...([
              ['rows-read', rows.rows],
              ['rows-clean', rows.clean],
              ['rows-listed', rows.listed],
            ] as const),
            ...([
              ['rows-refused', rows.refused],
              ['rows-doubles', rows.doubles],
            ] as const),
            ['rows-not-given', rows.notGiven],
          ],
          speech,
        )
  return section('people', speech, [people, reports, read, matchPart(match, speech)])
}

function matchPart(match: Report['match'], speech: Speech): Markup {
  if (match === undefined) return html``
  const { say, count, words } = speech
  const { texts } = words
  const classes = Object.entries(match.byClass).toSorted(([, one], [, other]) => other - one)
  const columns = [
    { heading: say(texts['match-class']), kind: 'words' },
    { heading: say(texts.doses), kind: 'number' },
  ] as const
  const rows = classes.map(([name, doses]) => [text(name), count(doses)])
  const figures = list(
    [
      ...([
        ['match-right', match.right],
        ['match-wrong', match.wrong],
        ['match-unknown', match.unknown],
      ] as const),
      ['match-elsewhere', match.elsewhere],
    ],
    speech,
  )
  return html`<h3>${say(texts.match)}</h3>${figures}${rows.length === 0 ? html`` : table(say(texts.match), columns, rows)}`
}

/** PR-05: units of which more is entered than given. */
export function tooManySection({ tooMany }: Report, speech: Speech): Markup {
  if (tooMany.length === 0) return html``
  const { say, count, percent, words } = speech
  const { texts, measures, levels } = words
  const columns = [
    { heading: say(texts.unit), kind: 'words' },
    { heading: say(texts.level), kind: 'words' },
    { heading: say(measures.given), kind: 'number' },
    { heading: say(measures.entered), kind: 'number' },
    { heading: say(texts['entered-of-given']), kind: 'number' },
  ] as const
  const rows = tooMany.map(({ code, name, level, given, entered }) => {
    const share = percentOf(entered, given)
    return [
      ...(level === 'class'
        ? [say(words.classes[code as CountedClass]), say(texts.class)]
        : [text(name), say(levels[level])]),
      ...[count(given), count(entered)],
      share === undefined ? text('–') : percent(share.rounded),
    ]
  })
  return section('too-many', speech, table(say(texts['too-many']), columns, rows), texts['too-many-note'])
}

/** PR-04: printed percentages, beside what their counts say. */
export function toldSection({ told }: Report, speech: Speech): Markup {
  if (told.length === 0) return html``
  const { say, count, percent, words } = speech
  const { texts } = words
  const columns = [
    { heading: say(texts.figure), kind: 'words' },
    { heading: say(texts.count), kind: 'number' },
    { heading: say(texts.printed), kind: 'number' },
    { heading: say(texts.computed), kind: 'number' },
    { heading: say(texts.truncated), kind: 'number' },
    { heading: say(texts.verdict), kind: 'words' },
  ] as const
  const verdicts = { right: texts.right, truncated: texts['cut-off'], wrong: texts.wrong } as const
  const rows = told.map(({ figure, part, whole, verdict, wouldNeed, ...figures }) => [
    ...[text(figure), html`${count(part)} / ${count(whole)}`, percent(figures.told)],
    ...[figures.computed, figures.truncated].map((one) => (one === undefined ? text('–') : percent(one))),
    wouldNeed === undefined
      ? say(verdicts[verdict])
      : html`${say(verdicts[verdict])} (${say(texts['would-need'])} ${count(wouldNeed)})`,
  ])
  return section('told', speech, table(say(texts.told), columns, rows), texts['told-note'])
}

/** What a reader must know, and how the figures came about. */
export function remarkSection({ remarks }: Report, speech: Speech): Markup {
  const { say, count, words } = speech
  const { texts } = words
  const own = remarks.map(({ code, doses }) =>
    doses === undefined
      ? html`<li>${say(words.remarks[code])}</li>`
      : html`<li>${say(words.remarks[code])}: ${count(doses)}</li>`,
  )
  const always = [texts['rounding-note'], texts['missing-note']].map((note) => html`<li>${say(note)}</li>`)
  return section('remarks', speech, html`<ul>${[...own, ...always]}</ul>`)
}
