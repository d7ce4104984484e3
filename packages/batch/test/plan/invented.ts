import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { PlannedDose, PlanOptions } from '../../src/plan/index.ts'
import { planLimits } from '../../src/plan/index.ts'

/** The document signer of a sample certificate. */
export function sampleSigner(name: string): DocumentSigner {
  const file = new URL(`../../../../keys-sample/${name}.pem`, import.meta.url)
  return documentSignerFromCertificate(readFileSync(fileURLToPath(file), 'utf8'))
}

export const CONFIRMED = 'c'.repeat(64)

/** Every dose a confirmed one of its own person, on its own day of the facility, unless said otherwise. */
export function dose(number: number, other: Partial<PlannedDose> = {}): PlannedDose {
  return {
    source: 'sample',
    doseId: `D${number}`,
    personId: `P${number}`,
    facility: `240${String(number % 50).padStart(2, '0')}`,
    entered: '2022-04-14',
    person: { name: { fullName: 'Lò Thị Mẫu' }, birthDate: '1985-05-13' },
    dose: { product: 'EU/1/20/1528', date: '2021-08-02', country: 'VN' },
    number: 1,
    identity: 'verified',
    confirmation: CONFIRMED,
    ...other,
  }
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const given = [
  'Anh',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hải',
  'Khánh',
  'Lan',
  'Minh',
  'Nga',
  'Phúc',
  'Quân',
  'Thảo',
  'Ý',
]
const courses = ['2021-06-10', '2021-09-02', '2022-01-20']

/** Dose `at` of many: each invented person has three, one after the other. */
export function inventedDose(at: number): PlannedDose {
  const person = Math.floor(at / 3)
  const number = (at % 3) + 1
  const fullName = `${families[person % 13]} ${given[(person >> 4) % 14]} ${given[person % 14]} Mẫu`
  const birthDate = `19${String(40 + (person % 60)).padStart(2, '0')}-0${(person % 9) + 1}-1${person % 10}`
  return dose(at, {
    personId: `P${person}`,
    facility: `2${String(person % 500).padStart(4, '0')}`,
    entered: `2022-0${(person % 6) + 1}-${String((at % 28) + 1).padStart(2, '0')}`,
    person: { name: { fullName }, birthDate },
    dose: { product: 'EU/1/20/1528', date: courses[number - 1] ?? '', country: 'VN' },
    number,
  })
}

export const AT = new Date('2022-06-01T08:00:00Z')

export function options(other: Partial<PlanOptions> = {}): PlanOptions {
  return {
    kind: 'issue',
    documentSigner: sampleSigner('dsc-vaccination'),
    issuer: 'SAMPLE Ministry of Health',
    plannedBy: 'Phạm Văn Mẫu',
    at: AT,
    confirmations: new Set([CONFIRMED]),
    inputs: { 'doses.csv': 'd'.repeat(64) },
    limits: planLimits,
    ...other,
  }
}

export async function* each<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows
}
