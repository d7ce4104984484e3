import { face } from './face.ts'
import type { Bilingual } from './pass-fields.ts'
import { inEnglish, LEADING, type Place, type Style, show } from './pen.ts'
import { wrap } from './text-line.ts'

/** Lines under each other, and how far down they reach. */
export interface TextBlock {
  readonly content: string
  /** Baseline of the last line. */
  readonly y: number
}

/** A text over as many lines as it needs, the first on the baseline of `place`. */
function textBlock(text: string, style: Style, place: Place, width: number): TextBlock {
  const lines = wrap(face(style.weight), text, (width * 1000) / style.size)
  const content = lines.map((line, index) => show(line, style, { ...place, y: place.y + index * style.size * LEADING }))
  return { content: content.join(''), y: place.y + (lines.length - 1) * style.size * LEADING }
}

/** Both languages, English below in its own style; once only where they say the same. */
export function bilingualBlock(
  { vi, en }: Bilingual,
  [first, second]: readonly [Style, Style],
  place: Place,
  width: number,
): TextBlock {
  const above = textBlock(vi, first, place, width)
  if (vi === en) return above
  const below = textBlock(en, second, { x: place.x, y: above.y + second.size * LEADING }, width)
  return { content: above.content + inEnglish(below.content), y: below.y }
}
