/** Which holder and which kinds of vaccine belong to a product (eHN value sets, Annex A, release 2.12). */
export interface VaccineEncoding {
  readonly ma: string
  readonly vp: readonly string[]
}

const ANY = '28531000087107'
const MRNA = ['1119349007', ANY]
const VECTOR = [ANY, '29061000087103']
const SPIKE_PROTEIN = [ANY, '1162643001']
const INACTIVATED = [ANY, '1157024006']
const UNSPECIFIED = [ANY]

/** One row each: product (`mp`), holder (`ma`), kinds (`vp`). */
export const VACCINE_ENCODINGS: ReadonlyMap<string, VaccineEncoding> = new Map([
  row('EU/1/20/1528', 'ORG-100030215', MRNA),
  row('EU/1/20/1507', 'ORG-100031184', MRNA),
  row('CVnCoV', 'ORG-100006270', MRNA),
  row('EU/1/21/1529', 'ORG-100001699', VECTOR),
  row('AZD2816', 'ORG-100001699', VECTOR),
  row('EU/1/20/1525', 'ORG-100001417', VECTOR),
  row('Sputnik-V', 'Gamaleya-Research-Institute', VECTOR),
  row('Sputnik-Light', 'Gamaleya-Research-Institute', VECTOR),
  row('Sputnik-M', 'Gamaleya-Research-Institute', VECTOR),
  row('Convidecia', 'ORG-100013793', VECTOR),
  row('Covishield', 'ORG-100001981', VECTOR),
  row('Covid-19-recombinant', 'Fiocruz', VECTOR),
  row('R-COVI', 'ORG-100007893', VECTOR),
  row('EU/1/21/1618', 'ORG-100032020', SPIKE_PROTEIN),
  row('NVX-CoV2373', 'ORG-100032020', SPIKE_PROTEIN),
  row('Covovax', 'ORG-100001981', SPIKE_PROTEIN),
  row('EpiVacCorona', 'Vector-Institute', SPIKE_PROTEIN),
  row('EpiVacCorona-N', 'Vector-Institute', SPIKE_PROTEIN),
  row('MVC-COV1901', 'ORG-100033914', SPIKE_PROTEIN),
  row('BBIBP-CorV', 'ORG-100020693', INACTIVATED),
  row('WIBP-CorV', 'Sinopharm-WIBP', INACTIVATED),
  row('Inactivated-SARS-CoV-2-Vero-Cell', 'ORG-100010771', INACTIVATED),
  row('CoronaVac', 'Sinovac-Biotech', INACTIVATED),
  row('Covid-19-adsorvida-inativada', 'Instituto-Butantan', INACTIVATED),
  row('Covaxin', 'Bharat-Biotech', INACTIVATED),
  row('CoviVac', 'Chumakov-Federal-Scientific-Center', INACTIVATED),
  row('Hayat-Vax', 'ORG-100023050', INACTIVATED),
  row('Abdala', 'CIGB', UNSPECIFIED),
  row('Soberana-02', 'Finlay-Institute', UNSPECIFIED),
  row('Soberana-Plus', 'Finlay-Institute', UNSPECIFIED),
  row('EU/1/21/1580', 'ORG-100000788', UNSPECIFIED),
  row('Vidprevtyn', 'ORG-100000788', UNSPECIFIED),
  row('EU/1/21/1624', 'ORG-100036422', UNSPECIFIED),
  row('VLA2001', 'ORG-100036422', UNSPECIFIED),
  row('EU/1/22/1709', 'ORG-100036914', UNSPECIFIED),
  row('NVSI-06-08', 'NVSI', UNSPECIFIED),
  row('YS-SC2-010', 'Yisheng-Biopharma', UNSPECIFIED),
  row('SCTV01C', 'ORG-100026614', UNSPECIFIED),
  row('Covifenz', 'ORG-100008549', UNSPECIFIED),
])

function row(mp: string, ma: string, vp: readonly string[]): readonly [string, VaccineEncoding] {
  return [mp, { ma, vp }]
}
