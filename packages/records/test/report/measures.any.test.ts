import { describe, expect, it } from 'vitest'
import { classOf } from '../../src/report/measures.ts'

const COMIRNATY = 'EU/1/20/1528'

describe('the class that a dose is counted in', () => {
  it.each([
    ['Cơ bản', '1', COMIRNATY, 'dose-1'],
    ['Cơ bản', '2', COMIRNATY, 'dose-2'],
    ['', '2', COMIRNATY, 'dose-2'],
    ['Bổ sung', '3', COMIRNATY, 'additional'],
    ['Nhắc lại', '4', COMIRNATY, 'booster'],
    ['Cơ bản', '3', 'Abdala', 'dose-3'],
    ['Cơ bản', '3', 'a product that nobody knows', 'dose-3'],
  ])('is that of %s, %s, %s', (doseClass, number, product, counted) => {
    expect(classOf(doseClass, number, product)).toBe(counted)
  })

  it.each([
    ['a third dose that may be any of three', '', '3', 'Abdala'],
    ['a third of the primary series of a product that has two', 'Cơ bản', '3', COMIRNATY],
    ['a fourth of a primary series', 'Cơ bản', '4', 'Abdala'],
    ['one without a number', 'Cơ bản', '', COMIRNATY],
  ])('is not known of %s', (_, doseClass, number, product) => {
    expect(classOf(doseClass, number, product)).toBe('unknown')
  })
})
