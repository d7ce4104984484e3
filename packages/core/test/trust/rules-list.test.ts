import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { writeRules } from '../../src/trust/publish/rules-bodies.ts'
import { readRule } from '../../src/trust/rule-json.ts'
import { MAX_RULES, readRules } from '../../src/trust/rules-list.ts'
import { ruleJson } from './rule-samples.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'list.shape' })

function listOf(...rules: readonly unknown[]): unknown {
  return { format: 'vaxcert-rules', version: 1, rules: rules.map((rule) => ({ purposes: ['entry'], rule })) }
}

describe('a rule', () => {
  it('is read with times in seconds and descriptions by language', () => {
    const [rule] = readRules(listOf(ruleJson()))
    expect(rule).toMatchObject({
      identifier: 'VR-VN-0001',
      type: 'Acceptance',
      country: 'VN',
      version: '1.0.0',
      certificateType: 'Vaccination',
      purposes: ['entry'],
      validFrom: 1_625_097_600,
      validTo: 1_906_502_400,
      affectedFields: ['v.0.dn', 'v.0.sd'],
      engine: 'CERTLOGIC',
      engineVersion: '1.3.2',
    })
    expect(rule?.descriptions.get('vi')).toBe('Phải tiêm đủ liều theo quy định.')
    expect(rule).not.toHaveProperty('region')
  })

  it('may have a region; an empty one is none', () => {
    expect(readRule(ruleJson({ Region: 'HN' }), ['venue'])).toMatchObject({ region: 'HN', purposes: ['venue'] })
    expect(readRule(ruleJson({ Region: '' }), ['entry'])).not.toHaveProperty('region')
  })

  it('may state its times with an offset', () => {
    const { validFrom } = readRule(ruleJson({ ValidFrom: '2021-07-01T02:00:00+02:00' }), ['entry'])
    expect(validFrom).toBe(1_625_097_600)
  })

  it('takes the first of two descriptions in one language', () => {
    const Description = [...ruleJson().Description, { lang: 'en', desc: 'Something else altogether.' }]
    expect(readRule(ruleJson({ Description }), ['entry']).descriptions.get('en')).toBe('The series must be complete.')
  })

  const english = ruleJson().Description[0]

  it('may have descriptions that say more than the gateway asks for', () => {
    const json: unknown = { ...ruleJson(), Description: [{ ...english, html: '' }] }
    expect([...readRule(json, ['entry']).descriptions.keys()]).toEqual(['en'])
  })

  it.each<[string, object]>([
    ['an identifier of another form', { Identifier: 'XR-VN-0001' }],
    ['an unknown type', { Type: 'Advice' }],
    ['a country in lower case', { Country: 'vn' }],
    ['a region in lower case', { Region: 'hn' }],
    ['a region that is null', { Region: null }],
    ['a version that is none', { Version: '1.0' }],
    ['a version of four numbers', { Version: '1.0.0.0' }],
    ['a schema version that is none', { SchemaVersion: 'new' }],
    ['an unknown certificate type', { CertificateType: 'Any' }],
    ['no description', { Description: [] }],
    ['no English description', { Description: [{ ...english, lang: 'vi' }] }],
    ['a description that says nothing', { Description: [{ lang: 'en', desc: 'short' }] }],
    ['a description that is a text', { Description: [english, 'The series must be complete.'] }],
    ['a description that is null', { Description: [english, null] }],
    ['a time without a zone', { ValidFrom: '2021-07-01T00:00:00' }],
    ['a time with a fraction', { ValidFrom: '2021-07-01T00:00:00.000Z' }],
    ['a day that no month has', { ValidFrom: '2021-02-30T00:00:00Z' }],
    ['an hour that no day has', { ValidFrom: '2021-02-20T24:00:00Z' }],
    ['an end before the beginning', { ValidTo: '2021-06-30T23:59:59Z' }],
    ['fields that are no texts', { AffectedFields: [0] }],
    ['logic that is no object', { Logic: true }],
    ['a member that nobody knows', { Comment: '' }],
    ['a prototype', JSON.parse('{"__proto__": {}}')],
  ])('is refused with %s', (_, fields) => {
    const json: unknown = JSON.parse(JSON.stringify({ ...ruleJson(), ...fields }))
    if (Object.hasOwn(fields, '__proto__')) Object.defineProperty(json, '__proto__', { value: {}, enumerable: true })
    expect(() => readRules(listOf(json))).toThrow(refused)
  })

  it.each(Object.keys(ruleJson()))('is refused without %s', (name) => {
    const { [name]: _, ...rest } = ruleJson() as unknown as Record<string, unknown>
    expect(() => readRules(listOf(rest))).toThrow(refused)
  })
})

describe('a list of rules', () => {
  it('is written as it is read', () => {
    const entries = [{ purposes: ['entry', 'venue'] as const, rule: ruleJson() }]
    const written: unknown = JSON.parse(JSON.stringify(writeRules(entries)))
    expect(readRules(written)).toEqual([readRule(ruleJson(), ['entry', 'venue'])])
    expect(() => writeRules([{ purposes: [], rule: ruleJson() }])).toThrow(refused)
  })

  it.each([
    null,
    [],
    {},
    { format: 'vaxcert-rules', version: 2, rules: [] },
    { format: 'vaxcert-rules', version: 1, rules: {} },
    { format: 'vaxcert-rules', version: 1, rules: [], more: 1 },
    { format: 'vaxcert-rules', version: 1, rules: [{ rule: ruleJson() }] },
    { format: 'vaxcert-rules', version: 1, rules: [{ purposes: ['entry', 'entry'], rule: ruleJson() }] },
    { format: 'vaxcert-rules', version: 1, rules: [{ purposes: ['holiday'], rule: ruleJson() }] },
    { format: 'vaxcert-rules', version: 1, rules: new Array(MAX_RULES + 1).fill({}) },
  ])('is refused when it is none', (json) => {
    expect(() => readRules(json)).toThrow(refused)
  })
})

const folder = `${inject('suites')}/dgc-business-rules-testdata`
const present = existsSync(folder)

function ruleFiles(): readonly string[] {
  if (!present) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /[A-Z]{2}-[A-Z]{2}-\d{4}\/(?!tests).*\.json$/.test(name))
}

describe.skipIf(!present)('the rules of real countries', () => {
  it('are all read', () => {
    const unread = ruleFiles().filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      try {
        readRule(JSON.parse(text), ['entry'])
        return false
      } catch {
        return true
      }
    })
    expect(ruleFiles().length).toBeGreaterThan(80)
    expect(unread).toEqual(['MT/RR-MT-0001/TR-MT-0001.json']) // which is not JSON
  })
})
