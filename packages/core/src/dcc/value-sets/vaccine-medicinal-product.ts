import type { ValueSet } from './value-set.ts'

/** Field `mp`: numbers of the Community register, names for what the EU has not authorised. */
export const VACCINE_MEDICINAL_PRODUCT: ValueSet = {
  id: 'vaccines-covid-19-names',
  date: '2023-05-05',
  active: [
    'EU/1/20/1507', // Spikevax
    'EU/1/20/1525', // Jcovden
    'EU/1/20/1528', // Comirnaty
    'EU/1/21/1529', // Vaxzevria
    'EU/1/21/1580', // VidPrevtyn Beta
    'EU/1/21/1618', // Nuvaxovid
    'EU/1/21/1624', // Valneva
    'EU/1/22/1709', // Bimervax
    'AZD2816',
    'Abdala',
    'BBIBP-CorV',
    'CVnCoV',
    'Convidecia',
    'CoronaVac',
    'Covaxin',
    'CoviVac',
    'Covid-19-adsorvida-inativada',
    'Covid-19-recombinant',
    'Covifenz',
    'Covishield',
    'Covovax',
    'EpiVacCorona',
    'EpiVacCorona-N',
    'Hayat-Vax',
    'MVC-COV1901',
    'NVSI-06-08',
    'R-COVI',
    'SCTV01C',
    'Soberana-02',
    'Soberana-Plus',
    'Sputnik-Light',
    'Sputnik-M',
    'Sputnik-V',
    'WIBP-CorV',
    'YS-SC2-010',
  ],
  deprecated: ['Inactivated-SARS-CoV-2-Vero-Cell', 'NVX-CoV2373', 'VLA2001', 'Vidprevtyn'],
}
