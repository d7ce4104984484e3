import { html, type Markup, nothing } from './markup.ts'

/** A column of a table. Numbers stand right; a bar takes the room that is left. */
export interface Column {
  readonly heading: Markup
  readonly kind: 'words' | 'number' | 'bar'
}

/** A table with a caption for readers of the screen. The first cell of a row is its heading. */
export function table(caption: Markup, columns: readonly Column[], rows: readonly (readonly Markup[])[]): Markup {
  const heads = columns.map(({ heading, kind }) => html`<th scope="col" class="${kind as Markup}">${heading}</th>`)
  const lines = rows.map(
    (cells) => html`<tr>${columns.map(({ kind }, at) => cellOf(cells[at] ?? nothing, kind, at))}</tr>`,
  )
  return html`<div class="scroll" tabindex="0" role="group"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`
}

function cellOf(content: Markup, kind: Column['kind'], at: number): Markup {
  if (at === 0) return html`<th scope="row" class="${kind as Markup}">${content}</th>`
  return html`<td class="${kind as Markup}">${content}</td>`
}
