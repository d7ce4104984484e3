import { between, eitherWay, type Random } from './random.ts'

/** What happens to one frame on its way from the paper to the decoder. */
export interface Condition {
  /** Pixels to a module, upright, in the middle of the frame. */
  readonly scale: number
  readonly roll: number
  readonly yaw: number
  readonly pitch: number
  /** Sigma of the blur, in pixels. */
  readonly blur: number
  /** Way of the hand, in pixels. */
  readonly motion: number
  /** Levels of a dark and of a light module. */
  readonly black: number
  readonly white: number
  /** Deviation of the noise. */
  readonly noise: number
  readonly shade: boolean
  readonly glare: boolean
  readonly moire: boolean
  /** Quality, where the frame went through a JPEG. */
  readonly jpeg: number | undefined
}

/** Upright, sharp, well lit. */
export const BASE: Condition = {
  scale: 4,
  roll: 0,
  yaw: 0,
  pitch: 0,
  blur: 0.5,
  motion: 0,
  black: 25,
  white: 230,
  noise: 2,
  shade: false,
  glare: false,
  moire: false,
  jpeg: undefined,
}

/** A phone in a hand: tilted, shaken, unevenly lit, compressed. */
function inTheHand(random: Random): Condition {
  const [yaw, pitch] = [eitherWay(random, 8, 22), eitherWay(random, 8, 22)]
  const held = { roll: between(random, -20, 20), yaw, pitch, motion: between(random, 0, 2) }
  return { ...BASE, ...held, scale: 3.3, blur: 0.8, black: 70, white: 180, shade: true, noise: 5, jpeg: 60 }
}

/** The conditions under which the decoders were compared, each drawn anew for every frame. */
export const conditions = {
  m4: () => BASE,
  m3: () => ({ ...BASE, scale: 3 }),
  'm2.5': () => ({ ...BASE, scale: 2.5 }),
  m2: () => ({ ...BASE, scale: 2 }),
  'm1.7': () => ({ ...BASE, scale: 1.7 }),
  rot: (random) => ({ ...BASE, roll: eitherWay(random, 5, 20) }),
  rot45: (random) => ({ ...BASE, scale: 3.5, roll: eitherWay(random, 30, 60) }),
  persp: (random) => ({ ...BASE, yaw: eitherWay(random, 15, 35), pitch: eitherWay(random, 10, 30) }),
  'blur1.5': () => ({ ...BASE, blur: 1.5 }),
  blur2: () => ({ ...BASE, blur: 2 }),
  motion5: () => ({ ...BASE, motion: 5 }),
  lowcon: () => ({ ...BASE, black: 105, white: 150, noise: 4 }),
  glare: () => ({ ...BASE, glare: true, shade: true }),
  jpeg40: () => ({ ...BASE, scale: 3.5, noise: 8, jpeg: 40 }),
  moire: () => ({ ...BASE, moire: true }),
  handheld: inTheHand,
  hard: (random) => ({
    ...inTheHand(random),
    scale: 2.7,
    blur: 0.95,
    black: 80,
    white: 170,
    noise: 6,
    jpeg: 55,
  }),
} as const satisfies Readonly<Record<string, (random: Random) => Condition>>

export type ConditionName = keyof typeof conditions

/** Frames without a whole code are taken as a phone in a hand takes them. */
export const withoutCode: (random: Random) => Condition = inTheHand
