/** What a result sounds and feels like. */
export interface Sign {
  readonly notes: readonly Note[]
  /** As `navigator.vibrate` takes it: on, off, on, in milliseconds. */
  readonly vibration: readonly number[]
}

/** One tone. */
export interface Note {
  readonly hertz: number
  /** From the beginning of the sign, in milliseconds. */
  readonly from: number
  readonly length: number
}

/** What there is a sign for. */
export type SignName = 'accepted' | 'refused' | 'undecided' | 'other'

/**
 * Told apart by rhythm and number as well as by height, for those who hear no heights and in a noisy hall: two rising,
 * two long and low, three equal, one short click for what is no certificate.
 */
export const signs: Readonly<Record<SignName, Sign>> = {
  accepted: { notes: [note(784, 0, 90), note(1175, 110, 140)], vibration: [60] },
  refused: { notes: [note(262, 0, 260), note(185, 300, 420)], vibration: [300, 100, 300] },
  undecided: { notes: [note(523, 0, 110), note(523, 190, 110), note(523, 380, 110)], vibration: [90, 90, 90, 90, 90] },
  other: { notes: [note(392, 0, 60)], vibration: [30] },
}

function note(hertz: number, from: number, length: number): Note {
  return { hertz, from, length }
}
