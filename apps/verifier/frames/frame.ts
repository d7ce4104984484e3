import { type Level, qrMatrix } from '../../../packages/paper/src/index.ts'
import { type Condition, type ConditionName, conditions, withoutCode } from './conditions.ts'
import { woodenDesk } from './desk.ts'
import { throughJpeg } from './jpeg.ts'
import { blur, glare, moire, motion, noise, shade } from './optics.ts'
import { mapPlane, type Plane } from './plane.ts'
import { between, type Random, randomFrom } from './random.ts'
import { type FrameSize, look } from './scene.ts'
import { checkedCloth, letter, paperWith, type Sheet, tornPaper } from './sheet.ts'

/** A picture of a camera, and the text of the whole code it shows. */
export interface Frame {
  readonly plane: Plane
  readonly text: string | undefined
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Error correction as 989 public certificates had it. */
const LEVELS = [
  ['Q', 0.67],
  ['L', 0.87],
  ['M', 0.96],
  ['H', 1],
] as const

/** The frame of a number under a condition: 1280 × 720, the same at every call. */
export function frameOf(name: ConditionName, number: number): Frame {
  const random = randomFrom(`${name}/${number}`)
  const text = certificateText(random)
  const level = levelOf(random)
  const condition = conditions[name](random)
  return { plane: photograph(paperWith(qrMatrix(text, { level }), random), condition, random), text }
}

/** A frame that shows no whole code: a letter, a torn certificate, a checked cloth, or the desk alone. */
export function emptyFrameOf(number: number): Frame {
  const random = randomFrom(`empty/${number}`)
  const torn = tornPaper(qrMatrix(certificateText(random)), random)
  const sheets: readonly Sheet[] = [letter(random), torn, checkedCloth(random), () => undefined]
  const sheet = sheets[number % sheets.length] ?? torn
  return { plane: photograph(sheet, withoutCode(random), random), text: undefined }
}

function levelOf(random: Random): Level {
  const share = random()
  return LEVELS.find(([, upTo]) => share < upTo)?.[0] ?? 'Q'
}

/** Of an invented certificate: 420 to 1039 letters as real ones have, a quarter of them among the longest. */
function certificateText(random: Random): string {
  const length = Math.round(random() < 0.25 ? between(random, 800, 1039) : 420 + 619 * random() ** 2)
  return `HC1:${Array.from({ length }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('')}`
}

/** A picture of a sheet on a desk, with all that happens to it on its way. */
export function photograph(sheet: Sheet, condition: Condition, random: Random, size?: FrameSize): Plane {
  const shift = [between(random, -15, 15), between(random, -15, 15)] as const
  const seen = look(sheet, woodenDesk(random), { ...condition, shift }, size)
  const lit = mapPlane(seen, (light) => condition.black + light * (condition.white - condition.black))
  return sensed(throughLens(lit, condition, random), condition, random)
}

function throughLens(plane: Plane, condition: Condition, random: Random): Plane {
  const screen = condition.moire ? moire(plane, random) : plane
  const shaded = condition.shade ? shade(screen, random) : screen
  const moved = condition.motion > 0 ? motion(shaded, condition.motion, between(random, 0, Math.PI)) : shaded
  const soft = blur(moved, condition.blur)
  return condition.glare ? glare(soft, random) : soft
}

function sensed(plane: Plane, condition: Condition, random: Random): Plane {
  const noisy = noise(plane, condition.noise, random)
  return condition.jpeg === undefined ? noisy : throughJpeg(noisy, condition.jpeg)
}
