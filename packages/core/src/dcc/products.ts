/** One product given in Viet Nam and its codes. mp, ma and vp come from one row only, so they always fit together. */
export interface Product {
  /** The name used in Viet Nam (Decision 5772/QĐ-BYT and practice). Misspellings are resolved before this table. */
  readonly name: string
  /** Medicinal product, value set `vaccines-covid-19-names`. */
  readonly mp: string
  /** Marketing authorisation holder or manufacturer, `vaccines-covid-19-auth-holders`. */
  readonly ma: string
  /** Prophylaxis, `sct-vaccines-covid-19`, the most specific SNOMED CT code that is in force. */
  readonly vp: string
  /** Doses of the primary series. */
  readonly primaryDoses: 1 | 2 | 3
}

const MRNA = '1119349007'
const VIRAL_VECTOR = '29061000087103'
const INACTIVATED = '1157024006'
/** COVID-19 vaccine of no particular kind. */
const ANY_VACCINE = '28531000087107'

const ASTRAZENECA = 'ORG-100001699'
const SERUM_INSTITUTE = 'ORG-100001981'
const R_PHARM = 'ORG-100007893'
const GAMALEYA = 'Gamaleya-Research-Institute'
const SINOPHARM_BEIJING = 'ORG-100020693'
const BIONTECH = 'ORG-100030215'
const MODERNA = 'ORG-100031184'
const JANSSEN = 'ORG-100001417'
const GULF_PHARMACEUTICAL = 'ORG-100023050'

/** Every product the library can put into a certificate. */
export const products: readonly Product[] = [
  // Of every manufacturing site (Thailand, Korea, Japan, Italy, …) but the two that follow.
  { name: 'AstraZeneca', mp: 'EU/1/21/1529', ma: ASTRAZENECA, vp: VIRAL_VECTOR, primaryDoses: 2 },
  // Only where the lot itself says so; "AstraZeneca" in a record is never one of these.
  { name: 'Covishield', mp: 'Covishield', ma: SERUM_INSTITUTE, vp: VIRAL_VECTOR, primaryDoses: 2 },
  { name: 'R-COVI', mp: 'R-COVI', ma: R_PHARM, vp: VIRAL_VECTOR, primaryDoses: 2 },
  { name: 'Sputnik V', mp: 'Sputnik-V', ma: GAMALEYA, vp: VIRAL_VECTOR, primaryDoses: 2 },
  { name: 'Sputnik Light', mp: 'Sputnik-Light', ma: GAMALEYA, vp: VIRAL_VECTOR, primaryDoses: 1 },
  // In Viet Nam "Vero Cell" is Sinopharm of Beijing, BBIBP-CorV. The value set's deprecated
  // Inactivated-SARS-CoV-2-Vero-Cell is the vaccine of Wuhan (WIBP-CorV): never that.
  { name: 'Vero Cell', mp: 'BBIBP-CorV', ma: SINOPHARM_BEIJING, vp: INACTIVATED, primaryDoses: 2 },
  // One code for every formulation, that for children of 5 to 11 included.
  { name: 'Pfizer', mp: 'EU/1/20/1528', ma: BIONTECH, vp: MRNA, primaryDoses: 2 },
  { name: 'Moderna', mp: 'EU/1/20/1507', ma: MODERNA, vp: MRNA, primaryDoses: 2 },
  { name: 'Janssen', mp: 'EU/1/20/1525', ma: JANSSEN, vp: VIRAL_VECTOR, primaryDoses: 1 },
  { name: 'Hayat-Vax', mp: 'Hayat-Vax', ma: GULF_PHARMACEUTICAL, vp: INACTIVATED, primaryDoses: 2 },
  // A protein subunit vaccine. Three primary doses, so its 3/3 is no booster.
  { name: 'Abdala', mp: 'Abdala', ma: 'CIGB', vp: ANY_VACCINE, primaryDoses: 3 },
  // Approved in Viet Nam, though not among the eight of Decision 5772.
  { name: 'Covaxin', mp: 'Covaxin', ma: 'Bharat-Biotech', vp: INACTIVATED, primaryDoses: 2 },
]

const byCode: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.mp, product]))
const byName: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.name, product]))

/** The product of an mp code, exactly as the value set writes it. */
export function productByCode(mp: string): Product | undefined {
  return byCode.get(mp)
}

/** The product of a name, exactly as the table writes it. */
export function productByName(name: string): Product | undefined {
  return byName.get(name)
}
