import { type Random, randomOf } from '../random.ts'
import type { Sex } from './person.ts'

/** Numbers that no two people share. */
export interface Numbers {
  /** 12 digits: registry, century and sex, year of birth, serial (Decree 137/2015/NĐ-CP, art. 13). */
  personal(registry: string, sex: Sex, birthYear: number): string
  /** 9 digits. */
  old(): string
}

const MILLION = 1_000_000
const SERIALS = MILLION - 1
const OLDS = 850_000_000
/** Without a common divisor with what they go round in: a number comes again only after all were given. */
const STEP = 618_034
const OLD_STEP = 7_368_787

/** Serials are counted per registry, sex and year: memory does not grow with the people. */
export function openNumbers(seed: number): Numbers {
  const serials = new Map<string, number>()
  let olds = randomOf(seed, 103).below(MILLION)
  return {
    personal(registry, sex, birthYear) {
      const century = 2 * (birthYear >= 2000 ? 1 : 0) + (sex === 'male' ? 0 : 1)
      const head = `${registry}${century}${String(birthYear % 100).padStart(2, '0')}`
      const serial = (serials.get(head) ?? randomOf(seed, Number(head)).below(SERIALS)) + STEP
      serials.set(head, serial)
      return head + String((serial % SERIALS) + 1).padStart(6, '0')
    },
    old() {
      olds += 1
      return String(100_000_000 + ((olds * OLD_STEP) % OLDS))
    },
  }
}

const mobilePrefixes = '032 033 034 035 036 037 038 039 070 076 077 078 079 081 082 083 084 085 086 088 089 090 091'
const prefixes = `${mobilePrefixes} 093 094 096 097 098 056 058 059`.split(' ')

/** A mobile number of ten digits, not all of one kind. */
export function mobileNumber(random: Random): string {
  return `${random.pick(prefixes)}${1 + random.below(9)}${String(random.below(MILLION)).padStart(6, '0')}`
}

export function passportNumber(random: Random): string {
  return `${random.pick([...'ABCEGHKLMNPRT'])}${10_000_000 + random.below(89_999_999)}`
}
