import type { ValueSet } from './value-set.ts'

/** Field `ma` of a vaccination: EMA's organisation numbers, names for organisations without one. */
export const VACCINE_MAH_MANF: ValueSet = {
  id: 'vaccines-covid-19-auth-holders',
  date: '2023-05-05',
  active: [
    'ORG-100000788', // Sanofi Pasteur
    'ORG-100001417', // Janssen-Cilag
    'ORG-100001699', // AstraZeneca
    'ORG-100001981', // Serum Institute of India
    'ORG-100006270', // CureVac
    'ORG-100007893', // R-Pharm
    'ORG-100008549', // Medicago
    'ORG-100010771', // Sinopharm, Prague
    'ORG-100013793', // CanSino
    'ORG-100020693', // Sinopharm, Beijing
    'ORG-100023050', // Gulf Pharmaceutical Industries
    'ORG-100024420', // Sinopharm, Shenzhen
    'ORG-100026614', // Sinocelltech
    'ORG-100030215', // BioNTech
    'ORG-100031184', // Moderna
    'ORG-100032020', // Novavax
    'ORG-100033914', // Medigen
    'ORG-100036422', // Valneva
    'ORG-100036914', // HIPRA
    'Bharat-Biotech',
    'CIGB',
    'Chumakov-Federal-Scientific-Center',
    'Finlay-Institute',
    'Fiocruz',
    'Gamaleya-Research-Institute',
    'Instituto-Butantan',
    'NVSI',
    'Sinopharm-WIBP',
    'Sinovac-Biotech',
    'Vector-Institute',
    'Yisheng-Biopharma',
  ],
  deprecated: [],
}
