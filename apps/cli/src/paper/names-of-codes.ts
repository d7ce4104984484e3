import type { Bilingual } from '@vaxcert/paper/pdf'

/** Value set `disease-agent-targeted`. */
const diseases: ReadonlyMap<string, Bilingual> = new Map([['840539006', { vi: 'COVID-19', en: 'COVID-19' }]])

/** Value set `sct-vaccines-covid-19`, deprecated codes included: they stand in certificates that are still valid. */
const vaccines: ReadonlyMap<string, Bilingual> = new Map([
  ['1119349007', { vi: 'Vắc xin mRNA phòng COVID-19', en: 'SARS-CoV-2 mRNA vaccine' }],
  ['1119305005', { vi: 'Vắc xin kháng nguyên phòng COVID-19', en: 'SARS-CoV-2 antigen vaccine' }],
  ['1157024006', { vi: 'Vắc xin bất hoạt phòng COVID-19', en: 'Inactivated whole SARS-CoV-2 antigen vaccine' }],
  [
    '1162643001',
    { vi: 'Vắc xin protein gai tái tổ hợp phòng COVID-19', en: 'SARS-CoV-2 recombinant spike protein antigen vaccine' },
  ],
  ['1187593009', { vi: 'Vắc xin DNA phòng COVID-19', en: 'SARS-CoV-2 DNA plasmid vaccine' }],
  ['28531000087107', { vi: 'Vắc xin phòng COVID-19', en: 'COVID-19 vaccine' }],
  [
    '29061000087103',
    { vi: 'Vắc xin véc tơ vi rút phòng COVID-19', en: 'COVID-19 non-replicating viral vector antigen vaccine' },
  ],
  ['30141000087107', { vi: 'Vắc xin hạt tựa vi rút phòng COVID-19', en: 'COVID-19 virus-like particle vaccine' }],
  ['J07BX03', { vi: 'Vắc xin phòng COVID-19', en: 'COVID-19 vaccine' }],
])

/**
 * Organisations of `vaccines-covid-19-auth-holders` as they are registered: a page is a document, and has the room; a screen
 * shows `makerName` of core/dcc. Those without a number of EMA stand there by name.
 */
const makers: ReadonlyMap<string, string> = new Map([
  ['ORG-100000788', 'Sanofi Pasteur'],
  ['ORG-100001417', 'Janssen-Cilag International'],
  ['ORG-100001699', 'AstraZeneca AB'],
  ['ORG-100001981', 'Serum Institute of India Private Limited'],
  ['ORG-100006270', 'CureVac AG'],
  ['ORG-100007893', 'R-Pharm CJSC'],
  ['ORG-100008549', 'Medicago Inc.'],
  ['ORG-100010771', 'Sinopharm Weiqida Europe Pharmaceutical s.r.o. (Prague)'],
  ['ORG-100013793', 'CanSino Biologics'],
  ['ORG-100020693', 'China Sinopharm International Corp. (Beijing)'],
  ['ORG-100023050', 'Gulf Pharmaceutical Industries'],
  ['ORG-100024420', 'Sinopharm Zhijun (Shenzhen) Pharmaceutical'],
  ['ORG-100026614', 'Sinocelltech Ltd.'],
  ['ORG-100030215', 'Biontech Manufacturing GmbH'],
  ['ORG-100031184', 'Moderna Biotech Spain S.L.'],
  ['ORG-100032020', 'Novavax CZ a.s.'],
  ['ORG-100033914', 'Medigen Vaccine Biologics Corporation'],
  ['ORG-100036422', 'Valneva Austria GmbH'],
  ['ORG-100036914', 'HIPRA Human Health S.L.U.'],
  ['CIGB', 'Center for Genetic Engineering and Biotechnology (CIGB)'],
])

/** The disease of a `tg` code; a code that nobody has named stands for itself, here and below. */
export function diseaseName(tg: string): Bilingual {
  return diseases.get(tg) ?? { vi: tg, en: tg }
}

/** The kind of vaccine of a `vp` code. */
export function vaccineName(vp: string): Bilingual {
  return vaccines.get(vp) ?? { vi: vp, en: vp }
}

/** The holder or manufacturer of an `ma` code, in full; a number that nobody has named stands for itself. */
export function fullMakerName(ma: string): string {
  return makers.get(ma) ?? (ma.startsWith('ORG-') ? ma : ma.replaceAll('-', ' '))
}
