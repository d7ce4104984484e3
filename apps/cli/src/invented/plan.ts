import type { Dirt } from './column-forms.ts'

/** How much a sample holds. All of it is counted out exactly. */
export interface SamplePlan {
  readonly seed: number
  readonly dirt: Dirt
  /** Name of the province whose code is borrowed. */
  readonly province?: string
  /** Doses that were given, as counted on paper. */
  readonly given: number
  /** How many of them came into the system: rows, without those that are there twice. */
  readonly entered: number
  readonly hasDoubles: boolean
  /** Only of a sample that is like a real province. */
  readonly funnel?: Funnel
}

/** What came after, by exact count. */
export interface Funnel {
  readonly signed: number
  /** Reports of citizens, received and dealt with. */
  readonly feedback: number
  /** People whom the police verified. */
  readonly verified: number
}

/** Share of doses that are entered, in thousands: 205 of 212.6 million on 25 April 2022 (vietnam.md §1.6). */
const entered: Readonly<Record<Dirt, number>> = { light: 990, real: 964, harsh: 920, strange: 950 }

export function planOf(doses: number, seed: number, dirt: Dirt): SamplePlan {
  return { seed, dirt, given: doses, entered: Math.round((doses * entered[dirt]) / 1000), hasDoubles: true }
}

/** Thái Nguyên on 31 May 2022, report 2102/BC-SYT (vietnam.md §1.2). */
const thaiNguyen = { given: 2_924_867, entered: 2_756_537, signed: 2_496_793, feedback: 2_628, verified: 200_763 }

/** Its figures, each divided and rounded. Nothing is entered twice there: a row is a dose. */
export function planLikeThaiNguyen(seed: number, dirt: Dirt, divisor: number): SamplePlan {
  const of = (figure: number): number => Math.round(figure / divisor)
  const { given, entered: rows, ...funnel } = thaiNguyen
  return {
    ...{ seed, dirt, province: 'Thái Nguyên', given: of(given), entered: of(rows), hasDoubles: false },
    funnel: { signed: of(funnel.signed), feedback: of(funnel.feedback), verified: of(funnel.verified) },
  }
}
