import type { ShownCount } from '../shown-unit.ts'
import { html, type Markup, text } from './markup.ts'
import type { Language, ReportWords, Said } from './words.ts'

/** How a page says things: words in its language, numbers in its form. */
export interface Speech {
  readonly language: Language
  readonly words: ReportWords
  say(said: Said): Markup
  /** A count, with its thousands apart. */
  count(count: ShownCount): Markup
  /** "94.24" with its sign, as the language writes it. */
  percent(percent: string): Markup
  /** "2022-05-31". */
  day(iso: string): Markup
}

/** Both languages together group by narrow blanks and have a decimal comma: a point between digits then never appears. */
const forms: Readonly<Record<Language, { group: string; point: string; percent: string }>> = {
  vi: { group: '.', point: ',', percent: '%' },
  en: { group: ',', point: '.', percent: '%' },
  both: { group: '\u202f', point: ',', percent: '\u202f%' },
}

export function speechOf(language: Language, words: ReportWords): Speech {
  const { group, point, percent } = forms[language]
  return {
    ...{ language, words },
    say: (said) => (language === 'both' ? bothOf(said) : text(said[language])),
    count: (count) => text(`${count}`.replace(/\B(?=(?:\d{3})+$)/g, group)),
    percent: (value) => text(value.replace('.', point) + percent),
    day: (iso) => html`<time datetime="${text(iso)}">${text(language === 'en' ? iso : vietnamese(iso))}</time>`,
  }
}

/** Two texts as one, in each language. */
export function together(one: Said, sign: string, other: Said): Said {
  return { vi: `${one.vi}${sign}${other.vi}`, en: `${one.en}${sign}${other.en}` }
}

function bothOf({ vi, en }: Said): Markup {
  return vi === en ? text(vi) : html`<span lang="vi">${text(vi)}</span> <span lang="en">${text(en)}</span>`
}

function vietnamese(iso: string): string {
  return iso.split('-').toReversed().join('/')
}
