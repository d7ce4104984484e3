import { type Plant, type PlantKind, plantAs } from './plant.ts'

/** As people wrote them (vietnam.md §5), by code. */
const misspelt: Readonly<Record<string, readonly string[]>> = {
  'EU/1/21/1529': ['Astrazenneca', 'Astra Zenaca', 'AstraZenec', 'Astrazeneka'],
  'EU/1/20/1528': ['Fizer', 'Pfize', 'Cominarty', 'Pfizzer', 'Pfiser'],
  'EU/1/20/1507': ['Mordena', 'Modena', 'Spikvax', 'Modernna'],
  'BBIBP-CorV': ['Sinofarm', 'Vero Cel', 'Verocel'],
  Abdala: ['Abdalla', 'Abdla'],
  'Sputnik-V': ['Spunik V', 'Sputnick V'],
  'Hayat-Vax': ['Hayatvac', 'Hayad Vax'],
  'EU/1/20/1525': ['Jansen', 'Jonhson'],
}
const holders: Readonly<Record<string, string>> = {
  ...{ 'EU/1/21/1529': 'ORG-100001699', 'EU/1/20/1528': 'ORG-100030215', 'EU/1/20/1507': 'ORG-100031184' },
}

const misspelling: Plant = (row, { random }) => {
  const texts = misspelt[row.dose.mp] ?? ['Covid']
  plantAs(row, 'product', 'DS-06', random.pick(texts), row.dose.mp)
}

const unknown: Plant = (row, { random }) =>
  plantAs(row, 'product', 'DS-06', random.pick(['', 'Vắc xin Covid', 'AAA', '1']), row.dose.mp)

/** Of the sample of 2022: the product of one, the holder of another. */
const wrongHolder: Plant = (row) => {
  const { mp } = row.dose
  const other = mp === 'EU/1/20/1528' ? 'ORG-100001699' : 'ORG-100030215'
  if (holders[mp] !== undefined) plantAs(row, 'product', 'DS-07', `${mp} ${other}`, mp)
}

const withHolder: Plant = (row) => {
  const { mp } = row.dose
  if (holders[mp] !== undefined) plantAs(row, 'product', 'DS-07', `${mp} ${holders[mp]}`, mp)
}

const unlicensed: Plant = (row, { random }) => {
  if (row.dose.country === 'VN') plantAs(row, 'product', 'DS-08', random.pick(['CoronaVac', 'Covaxin']), row.dose.mp)
}

export const productErrors: readonly PlantKind[] = [
  { rates: [1_500, 12_000, 30_000], plant: misspelling },
  { rates: [200, 2_000, 5_000], plant: unknown },
  { rates: [100, 1_000, 3_000], plant: wrongHolder },
  { rates: [500, 5_000, 10_000], plant: withHolder },
  { rates: [100, 1_000, 2_500], plant: unlicensed },
]
