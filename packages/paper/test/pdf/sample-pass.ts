import type { PassFields, PdfOptions } from '../../src/pdf/index.ts'
import { textOf } from '../texts.ts'

/** A pass of an invented person whose name has every kind of Vietnamese letter. */
export const pass: PassFields = {
  text: `HC1:${textOf(590)}`,
  name: { written: 'Nguyễn Thị Đặng Ường', icao: 'NGUYEN<<THI<DANG<UONG' },
  birthDate: '1983-10-02',
  disease: { vi: 'COVID-19', en: 'COVID-19' },
  doseNumber: 2,
  dosesInSeries: 3,
  doseDate: '2021-09-18',
  vaccine: { vi: 'Vắc xin mRNA phòng COVID-19', en: 'SARS-CoV-2 mRNA vaccine' },
  product: 'Comirnaty (Pfizer)',
  maker: 'Biontech Manufacturing GmbH',
  uvci: 'URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF#C',
  issuer: 'SAMPLE Sở Y tế tỉnh Ví dụ',
  state: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  issuedAt: new Date('2026-03-01T17:30:00Z'),
  expiresAt: new Date('2027-03-01T17:30:00Z'),
}

export const options: PdfOptions = { createdAt: new Date('2026-03-02T00:00:00Z') }
