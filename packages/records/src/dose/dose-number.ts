import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'

/** Part of a vaccination that a dose is: of the primary series, additional (mũi bổ sung), booster (mũi nhắc lại). */
export type DoseClass = 'primary' | 'additional' | 'booster'

const number = /^(?:mui|lieu|dose|lan|tiem|so|thu)*([1-9])(?=$|nhaclai|bosung|coban|booster|additional)/

/** The number that somebody typed, "2", "Mũi 2", "mũi 3 (nhắc lại)"; undefined for "nhắc lại lần 1", which counts boosters. */
export const readDoseNumber: (text: string) => number | undefined = memo((text) => {
  const [, digit] = number.exec(headingKey(text.replace(/[.,]0+$/, ''))) ?? []
  return digit === undefined ? undefined : Number(digit)
})

/** The class that somebody typed, in Vietnamese, English or short; undefined for every other word, and for numbers alone. */
export const readDoseClass: (text: string) => DoseClass | undefined = memo((text) => {
  const key = headingKey(text)
  if (/bosung|additional|^bs\d?$/.test(key)) return 'additional'
  if (/nhaclai|booster|tangcuong|^nl\d?$/.test(key)) return 'booster'
  return /coban|primary/.test(key) ? 'primary' : undefined
})
