import type { Bilingual } from '@vaxcert/paper/pdf'

/** As it stands over papers of the state. */
const vietNam: Bilingual = { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' }

const inVietnamese = new Intl.DisplayNames(['vi'], { type: 'region', fallback: 'none' })
const inEnglish = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** The state of a country code, ISO 3166-1 alpha-2; whatever else an issuer calls itself stands for itself. */
export function stateName(country: string): Bilingual {
  if (country === 'VN') return vietNam
  const known = /^[A-Z]{2}$/.test(country) ? inVietnamese.of(country) : undefined
  if (known === undefined) return { vi: country, en: country }
  return { vi: known.toLocaleUpperCase('vi'), en: (inEnglish.of(country) ?? country).toUpperCase() }
}
