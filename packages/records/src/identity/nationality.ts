import { codeStatus } from '@vaxcert/core/dcc'
import { nameKey } from '../names/canonical.ts'
import { memo } from '../names/memo.ts'

/** Names and alpha-3 codes of those who are met most, by alpha-2 code, in A–Z. */
const known = new Map(
  Object.entries({
    VN: 'VNM|VIET NAM|VIETNAM|VIETNAMESE',
    KR: 'KOR|HAN QUOC|KOREA|SOUTH KOREA',
    CN: 'CHN|TRUNG QUOC|CHINA',
    TW: 'TWN|DAI LOAN|TAIWAN',
    JP: 'JPN|NHAT|NHAT BAN|JAPAN',
    US: 'USA|MY|HOA KY|UNITED STATES',
    GB: 'GBR|ANH|UNITED KINGDOM',
    FR: 'FRA|PHAP|FRANCE',
    DE: 'DEU|DUC|GERMANY',
    RU: 'RUS|NGA|RUSSIA',
    IN: 'IND|AN DO|INDIA',
    LA: 'LAO|LAOS',
    KH: 'KHM|CAMPUCHIA|CAM PU CHIA|CAMBODIA',
    TH: 'THA|THAI LAN|THAILAND',
    MY: 'MYS|MALAYSIA',
    SG: 'SGP|SINGAPORE',
    PH: 'PHL|PHILIPPINES|PHILIPPIN',
    ID: 'IDN|INDONESIA',
    AU: 'AUS|UC|AUSTRALIA',
    CA: 'CAN|CANADA',
  }).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
)

/** The alpha-2 code (ISO 3166-1) of a code or a name of a country; undefined for none that is known. */
export const readNationality: (text: string) => string | undefined = memo((text) => {
  const code = text.trim().toUpperCase()
  if (code.length === 2 && codeStatus('country-2-codes', code) !== undefined) return code
  return known.get(nameKey(text))
})
