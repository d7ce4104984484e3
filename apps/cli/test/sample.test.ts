import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Authority, Fault, issue, products, type SignedDcc } from '@vaxcert/core'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Column, columns } from '../src/doses/columns.ts'
import { type DoseRow, readDoseFile } from '../src/doses/dose-file.ts'
import { fieldOf } from '../src/doses/dose-row.ts'
import { requestsFrom } from '../src/doses/requests.ts'

const read = (name: string) => readFileSync(new URL(`../sample/${name}`, import.meta.url))

const file = readDoseFile(read('doses.csv'))
const expectedRefusals: Record<string, string> = JSON.parse(read('expected-refusals.json').toString())
const field = fieldOf(file.columns)
const issuedAt = new Date('2022-06-01T00:00:00Z')

/** How `expected-refusals.json` calls a row: by its dose_id, or by its line where that is missing or stands twice. */
function keyOf(row: DoseRow): string {
  const id = field(row, 'dose_id')
  const alone = id !== '' && all('dose_id').filter((other) => other === id).length === 1
  return alone ? id : `line ${row.line}`
}

function all(column: Column): readonly string[] {
  return file.rows.map((row) => field(row, column))
}

/** How many people have a row of which this is true. */
function people(test: (cell: (column: Column) => string) => boolean): number {
  const rows = file.rows.filter((row) => test((column) => field(row, column)))
  return new Set(rows.map((row) => field(row, 'person_id'))).size
}

function yearsOld(cell: (column: Column) => string): number {
  const [birth, dose] = [cell('birth_date'), cell('date')]
  return Number(dose.slice(0, 4)) - Number(birth.slice(0, 4)) - (dose.slice(5) < birth.slice(5) ? 1 : 0)
}

/** Whether a personal number PPP G YY NNNNNN tells this sex and year of birth (Decree 137/2015/NĐ-CP, article 13). */
function fitsPerson(identity: string, sex: string, birthDate: string): boolean {
  const century = (Number(birthDate.slice(0, 2)) - 19) * 2
  return identity.slice(3, 6) === `${century + (sex === 'F' ? 1 : 0)}${birthDate.slice(2, 4)}`
}

const vietnameseLetters = [
  ...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
  ...'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
]

describe('the names of the sample', () => {
  it('hold every Vietnamese letter with a mark, small and capital', () => {
    const names = all('full_name').join(' ').normalize('NFC')
    expect(vietnameseLetters).toHaveLength(134)
    expect(vietnameseLetters.filter((letter) => !names.includes(letter))).toEqual([])
  })

  it('hold one name in decomposed letters and one with an eth for Đ', () => {
    expect(all('full_name').filter((name) => name !== name.normalize('NFC'))).toHaveLength(1)
    expect(all('full_name').filter((name) => name.includes('Ð'))).toHaveLength(1)
  })

  it('hold names of one word and of ethnic minorities, in three kinds of apostrophe', () => {
    expect(people((cell) => /^[^\s]+$/.test(cell('full_name')))).toBeGreaterThanOrEqual(2)
    for (const sign of ['Č', 'Ñ', 'Ŏ', 'Ŭ', 'Ƀ', "H'", 'H’', 'Hʼ', "K'", 'A Ma ', 'Y ', 'Tôn Nữ ']) {
      const names = all('full_name').flatMap((name) => [name, name.toUpperCase()])
      expect(
        names.some((name) => name.includes(sign)),
        sign,
      ).toBe(true)
    }
  })

  it.each(['Han', 'Hangul', 'Thai', 'Cyrillic', 'Greek', 'Arabic'])(
    'hold %s script beside a passport spelling',
    (name) => {
      const script = new RegExp(`\\p{Script=${name}}`, 'u')
      expect(people((cell) => script.test(cell('family_name')) && cell('mrz_name') !== '')).toBeGreaterThanOrEqual(1)
    },
  )

  it('hold foreigners with one name only, and with letters that ICAO spells with two', () => {
    expect(people((cell) => cell('family_name') !== '' && cell('given_names') === '')).toBeGreaterThanOrEqual(2)
    expect(people((cell) => /[äöüåæøßþ]/i.test(cell('family_name')))).toBeGreaterThanOrEqual(5)
    expect(people((cell) => cell('family_name') !== '' && cell('nationality') !== 'VN')).toBeGreaterThanOrEqual(25)
  })
})

describe('the people of the sample', () => {
  it('are of every age, also without day or month of birth', () => {
    expect(people((cell) => yearsOld(cell) >= 5 && yearsOld(cell) <= 11)).toBeGreaterThanOrEqual(10)
    expect(people((cell) => yearsOld(cell) >= 12 && yearsOld(cell) <= 17)).toBeGreaterThanOrEqual(9)
    expect(people((cell) => yearsOld(cell) >= 90 && yearsOld(cell) < 120)).toBeGreaterThanOrEqual(5)
    expect(people((cell) => /^\d{4}$/.test(cell('birth_date')))).toBeGreaterThanOrEqual(5)
    expect(people((cell) => /^\d{4}-\d{2}$/.test(cell('birth_date')))).toBeGreaterThanOrEqual(3)
  })

  it('have personal numbers that agree with sex and year of birth, and serials that begin with 000', () => {
    const numbers = file.rows.filter(
      (row) => /^\d{12}$/.test(field(row, 'identity')) && !(keyOf(row) in expectedRefusals),
    )
    expect(numbers.length).toBeGreaterThan(200)
    for (const row of numbers) {
      const identity = field(row, 'identity')
      expect(fitsPerson(identity, field(row, 'sex'), field(row, 'birth_date')), keyOf(row)).toBe(true)
      expect(identity.slice(6, 9)).toBe('000')
    }
  })
})

describe('the doses of the sample', () => {
  it('are at least 300 rows in exactly the columns of a dose file that no cleansing made', () => {
    expect(file.columns).toEqual(columns.filter((column) => column !== 'dose_number'))
    expect(file.rows.length).toBeGreaterThanOrEqual(300)
    expect(file.rows.filter((row) => row.cells?.length !== file.columns.length)).toEqual([])
  })

  it.each(['AstraZeneca', 'Sputnik V', 'Vero Cell', 'Pfizer', 'Moderna', 'Janssen', 'Hayat-Vax', 'Abdala'])(
    'hold several of %s',
    (name) => expect(all('product').filter((product) => product === name).length).toBeGreaterThanOrEqual(5),
  )

  it('lie between the first day of vaccination in Viet Nam and the time of issue, two weeks apart', () => {
    const sound = file.rows.filter((row) => !(keyOf(row) in expectedRefusals))
    const days = sound.map((row) => [field(row, 'person_id'), Date.parse(field(row, 'date')) / 86_400_000] as const)
    const gaps = days.flatMap(([person, day]) =>
      days.filter((other) => other[0] === person).map((other) => other[1] - day),
    )
    expect(Math.min(...gaps.filter((gap) => gap > 0))).toBeGreaterThanOrEqual(14)
    const dates = sound.map((row) => field(row, 'date')).sort()
    expect([dates[0], dates.at(-1)]).toEqual(['2021-03-08', '2022-05-25'])
  })

  it('give some products by their code', () => {
    const codes = new Set(products.map(({ mp }) => mp).filter((mp) => !products.some(({ name }) => name === mp)))
    expect(all('product').filter((product) => codes.has(product)).length).toBeGreaterThanOrEqual(5)
  })
})

/** An authority of this run alone. What it signs is not verified here, so its certificate may be invented. */
function testAuthority(): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = new Uint8Array(8)
  const common = { kid, algorithm: 'ES256' as const }
  const signer = memorySigner({ ...common, pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }) })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const [notBefore, notAfter] = ['2022-01-01', '2024-01-01'].map((day) => Date.parse(day) / 1000) as [number, number]
  const documentSigner = { ...common, spki, country: 'VN', usages: ['vaccination' as const], notBefore, notAfter }
  return { signer, documentSigner, country: 'VN', issuer: 'SAMPLE Ministry of Health' }
}

describe('issuing the sample', () => {
  const issued = new Map<DoseRow, SignedDcc>()
  const refused: Record<string, string> = {}

  beforeAll(async () => {
    const authority = testAuthority()
    const requestOf = requestsFrom(file)
    for (const row of file.rows) {
      try {
        issued.set(row, await issue(requestOf(row), authority, { issuedAt }))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        refused[keyOf(row)] = error.code
      }
    }
  })

  const series = (test: (row: DoseRow) => boolean) =>
    [...issued]
      .filter(([row]) => test(row))
      .map(([, { claims }]) => `${claims.dcc.v?.[0]?.dn}/${claims.dcc.v?.[0]?.sd}`)

  it('refuses exactly the rows that must be refused, each by its code', () => {
    expect(refused).toEqual(expectedRefusals)
    expect(issued.size + Object.keys(refused).length).toBe(file.rows.length)
  })

  it('meets every code of a record more than once', () => {
    const codes = ['shape', 'name', 'birth-date', 'date', 'product', 'timeline', 'country']
    const counts = codes.map((code) => Object.values(expectedRefusals).filter((one) => one === `record.${code}`).length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4)
    expect(counts.reduce((sum, count) => sum + count)).toBe(Object.keys(expectedRefusals).length)
  })

  it('reaches every place in a series that Viet Nam knows', () => {
    const places = ['1/1', '1/2', '1/3', '2/1', '2/2', '2/3', '3/1', '3/3', '4/4']
    expect([...new Set(series(() => true))].sort()).toEqual(places)
    expect(new Set(series((row) => field(row, 'product') === 'Abdala'))).toEqual(new Set(['1/3', '2/3', '3/3', '4/4']))
  })

  it('counts doses given abroad, and goes by no number that somebody typed', () => {
    const abroad = file.rows.filter((row) => ['DE', 'TH', 'US', 'KR'].includes(field(row, 'country')))
    const travellers = new Set(abroad.map((row) => field(row, 'person_id')))
    expect(series((row) => travellers.has(field(row, 'person_id'))).sort()).toEqual(
      ['1/2', '1/2', '2/1', '2/2', '2/2', '3/3', '3/3'].sort(),
    )
    const typed = [...issued].filter(
      ([row, { claims }]) => `${claims.dcc.v?.[0]?.dn}` !== field(row, 'typed_dose_number'),
    )
    expect(typed.length).toBeGreaterThanOrEqual(20)
  })

  it('writes one name however its letters were typed', () => {
    const names = (given: string) =>
      [...issued.values()].map(({ claims }) => claims.dcc.nam).filter(({ gn }) => gn === given)
    expect(names('Thị Thuý Diễm')).toEqual(Array(2).fill(names('Thị Thuý Diễm')[0]))
    expect(names('Đình Ngoãn').map(({ fnt }) => fnt)).toEqual(['DANG', 'DANG'])
  })

  it('is what the README says', () => {
    const readme = read('README.md').toString()
    for (const [key, code] of Object.entries(expectedRefusals)) expect(readme).toContain(`| ${key} | \`${code}\` |`)
  })
})
