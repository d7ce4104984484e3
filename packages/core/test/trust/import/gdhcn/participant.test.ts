import { describe, expect, it } from 'vitest'
import { isTestParticipant, participantCountry } from '../../../../src/trust/import/gdhcn/participant.ts'

describe('a participant of the network', () => {
  it.each([
    ['VNM', 'VN'],
    ['XKX', 'XK'],
    ['IOM', 'IO'],
    ['XXH', 'XH'],
    ['XCL', 'XL'],
  ])('%s has the country code %s', (alpha3, alpha2) => {
    expect(participantCountry(alpha3)).toBe(alpha2)
  })

  it.each(['WHO', 'VN', 'vnm', 'XC', 'QQQ', ''])('%s has none', (alpha3) => {
    expect(participantCountry(alpha3)).toBeUndefined()
  })

  it('never gets the code that binds no country, nor that of Kosovo by its last letter', () => {
    for (const alpha3 of ['XXX', 'XAX', 'XXK']) expect(participantCountry(alpha3)).toBeUndefined()
  })

  it('is invented when its code is one that ISO leaves to its users', () => {
    expect(['XXA', 'XXH', 'XCL', 'XC'].every(isTestParticipant)).toBe(true)
    expect(['VNM', 'XKX', 'IOM', 'WHO'].some(isTestParticipant)).toBe(false)
  })
})
