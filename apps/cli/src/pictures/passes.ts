import { type Brightness, imageDataOf, type OnWhite } from './brightness.ts'
import { enlarged, sharpened } from './sharpening.ts'

/** One more way of looking at a picture in which nothing was found. */
export interface Pass {
  readonly name: string
  readonly applies: (picture: OnWhite) => boolean
  readonly view: (picture: Brightness) => ImageData
}

/** Pixels up to which a picture is enlarged. */
const CLEAR_PIXELS = 6_000_000

/** In this order, until one finds a code. The picture as it stands, pass by the reader's own defaults, comes before. */
export const passes: readonly Pass[] = [
  { name: 'laid on white', applies: ({ transparent }) => transparent, view: imageDataOf },
  {
    name: 'enlarged and sharpened',
    applies: () => true,
    view: (picture) => imageDataOf(clearer(picture)),
  },
]

/** Modules of hardly more than a pixel get room, and blurred edges get steep again. */
function clearer(picture: Brightness): Brightness {
  const factor = Math.sqrt(CLEAR_PIXELS / picture.values.length)
  return sharpened(enlarged(picture, Math.min(factor, 3)), 3, 3)
}
