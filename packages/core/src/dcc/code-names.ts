/** What a product of the value set `vaccines-covid-19-names` is called; where code and name agree there is no line. */
const products: ReadonlyMap<string, string> = new Map([
  ['EU/1/20/1507', 'Spikevax (Moderna)'],
  ['EU/1/20/1525', 'Jcovden (Janssen)'],
  ['EU/1/20/1528', 'Comirnaty (Pfizer)'],
  ['EU/1/21/1529', 'Vaxzevria (AstraZeneca)'],
  ['EU/1/21/1580', 'VidPrevtyn Beta'],
  ['EU/1/21/1618', 'Nuvaxovid (Novavax)'],
  ['EU/1/21/1624', 'Valneva'],
  ['EU/1/22/1709', 'Bimervax'],
  ['BBIBP-CorV', 'BBIBP-CorV (Vero Cell)'],
  ['Sputnik-V', 'Sputnik V'],
  ['Sputnik-Light', 'Sputnik Light'],
])

/** Codes of `vaccines-covid-19-auth-holders`, most of them numbers of EMA, by the name that people know. */
const makers: ReadonlyMap<string, string> = new Map([
  ['ORG-100000788', 'Sanofi Pasteur'],
  ['ORG-100001417', 'Janssen-Cilag'],
  ['ORG-100001699', 'AstraZeneca'],
  ['ORG-100001981', 'Serum Institute of India'],
  ['ORG-100006270', 'CureVac'],
  ['ORG-100007893', 'R-Pharm'],
  ['ORG-100008549', 'Medicago'],
  ['ORG-100010771', 'Sinopharm (Prague)'],
  ['ORG-100013793', 'CanSino'],
  ['ORG-100020693', 'Sinopharm (Beijing)'],
  ['ORG-100023050', 'Gulf Pharmaceutical Industries'],
  ['ORG-100024420', 'Sinopharm (Shenzhen)'],
  ['ORG-100026614', 'Sinocelltech'],
  ['ORG-100030215', 'BioNTech'],
  ['ORG-100031184', 'Moderna'],
  ['ORG-100032020', 'Novavax'],
  ['ORG-100033914', 'Medigen'],
  ['ORG-100036422', 'Valneva'],
  ['ORG-100036914', 'HIPRA'],
  ['CIGB', 'CIGB (Cuba)'],
])

/** The product of an `mp` code; the code itself, untrusted, where there is no name for it. */
export function productName(mp: string): string {
  return products.get(mp) ?? mp
}

/** The holder or manufacturer of an `ma` code, in short; the code itself, untrusted, where there is no name for it. */
export function makerName(ma: string): string {
  return makers.get(ma) ?? ma
}
