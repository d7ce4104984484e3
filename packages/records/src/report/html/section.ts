import { html, type Markup, nothing } from './markup.ts'
import type { Speech } from './speech.ts'
import type { PageText, Said } from './words.ts'

/** A part of the page under its heading, with a remark where there is one. */
export function section(
  heading: PageText,
  { say, words }: Speech,
  content: Markup | readonly Markup[],
  note?: Said,
): Markup {
  const id = heading as unknown as Markup
  const remark = note === undefined ? nothing : html`<p class="note">${say(note)}</p>`
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${say(words.texts[heading])}</h2>${remark}${content}</section>`
}
