import { html, type Markup, nothing } from './markup.ts'

/** A column of a table. Numbers stand right; a bar takes the room that is left. */
export interface Column {
  readonly heading: Markup
  readonly kind: 'words' | 'number' | 'bar'
}

/**
 * A table with a caption for readers of the screen. The first cell of a row is its heading; on a narrow screen the bar of
 * the row stands under it.
 */
export function table(caption: Markup, columns: readonly Column[], rows: readonly (readonly Markup[])[]): Markup {
  const heads = columns.map(({ heading, kind }) => html`<th scope="col" class="${kind as Markup}">${heading}</th>`)
  const lines = rows.map((cells) => lineOf(cells, columns))
  return html`<div class="scroll" tabindex="0" role="group"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`
}

function lineOf([first = nothing, ...others]: readonly Markup[], columns: readonly Column[]): Markup {
  const kinds = columns.slice(1).map(({ kind }) => kind)
  const bar = others[kinds.indexOf('bar')] ?? nothing
  const cells = kinds.map((kind, at) => html`<td class="${kind as Markup}">${others[at] ?? nothing}</td>`)
  return html`<tr><th scope="row">${first}<span class="narrow">${bar}</span></th>${cells}</tr>`
}
