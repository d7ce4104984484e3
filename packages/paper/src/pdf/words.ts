import type { Bilingual } from './pass-fields.ts'

/** Title of the page, over two lines. */
export const title = { vi: ['Chứng nhận', 'tiêm chủng'], en: 'Vaccination certificate' } as const

/** Title of the document, which tells nothing of a person. */
export const documentTitle: string = `${title.vi.join(' ')} · ${title.en}`

/** What Decision 5772/QĐ-BYT of 20 December 2021 calls it. */
export const subtitle: Bilingual = { vi: 'Hộ chiếu vắc xin', en: 'Vaccine passport' }

/** The eleven fields in the order of Decision 5772/QĐ-BYT. */
export const labels: Readonly<Record<string, Bilingual>> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  birthDate: { vi: 'Ngày tháng năm sinh', en: 'Date of birth' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  disease: { vi: 'Bệnh dịch mà chứng nhận nhắm tới', en: 'Disease targeted' },
  doses: { vi: 'Số mũi tiêm đã nhận', en: 'Number of doses received' },
  doseDate: { vi: 'Ngày tiêm', en: 'Date of injection' },
  doseNumber: { vi: 'Liều số', en: 'Dose number' },
  vaccine: { vi: 'Vắc xin', en: 'Vaccine' },
  product: { vi: 'Sản phẩm vắc xin', en: 'Vaccine product' },
  maker: { vi: 'Nhà cung cấp hoặc sản xuất vắc xin', en: 'Marketing authorisation holder or manufacturer' },
  uvci: { vi: 'Mã số của chứng nhận', en: 'Certificate identifier (UVCI)' },
}

export const issuedBy: Bilingual = { vi: 'Cơ quan cấp', en: 'Issued by' }
export const issuedAt: Bilingual = { vi: 'Cấp lúc', en: 'Issued' }
export const validUntil: Bilingual = { vi: 'Có giá trị đến', en: 'Valid until' }
export const content: Bilingual = { vi: 'Nội dung chứng nhận', en: 'What is certified' }

/** For a field that the certificate has no room for. */
export const notSigned: Bilingual = { vi: 'không nằm trong nội dung được ký số', en: 'not signed' }
export const notGiven: Bilingual = { vi: 'Không ghi', en: 'Not stated' }
export const icaoSpelling: Bilingual = { vi: 'Viết theo hộ chiếu', en: 'As in passports' }
export const foreignName: Bilingual = {
  vi: 'theo hộ chiếu; chữ gốc nằm trong mã QR',
  en: 'as in passports; the original script is in the QR code',
}

export const scan: Bilingual = { vi: 'Quét mã này để kiểm tra chữ ký số', en: 'Scan to check the digital signature' }

/** What the paper proves, and how it is used: one heading for each column. */
export const notices: readonly { readonly heading: Bilingual; readonly notices: readonly Bilingual[] }[] = [
  {
    heading: { vi: 'Khi xuất trình', en: 'When you show it' },
    notices: [
      {
        vi: 'Chỉ có giá trị cùng với giấy tờ tùy thân có cùng họ tên và ngày sinh.',
        en: 'Valid only with an identity paper that shows the same name and date of birth.',
      },
      {
        vi: 'Chỉ nội dung trong mã QR được ký số; phần in trên giấy tự nó không chứng minh điều gì.',
        en: 'Only what is in the QR code is signed; the print proves nothing by itself.',
      },
    ],
  },
  {
    heading: { vi: 'Khi giữ giấy này', en: 'While you keep it' },
    notices: [
      {
        vi: 'Mã chứa dữ liệu cá nhân: không đăng ảnh mã lên mạng.',
        en: 'The code holds personal data: do not post pictures of it.',
      },
      {
        vi: 'Khi mã hết hạn, cơ quan cấp tạo mã mới cho cùng mũi tiêm.',
        en: 'When the code has expired, the issuer makes a new one for the same dose.',
      },
    ],
  },
]

export const fold: Bilingual = { vi: 'Gấp theo các vạch để có khổ A6.', en: 'Fold at the marks to A6.' }
export const basis: Bilingual = {
  vi: '11 trường thông tin theo Quyết định 5772/QĐ-BYT ngày 20/12/2021',
  en: 'The 11 fields of Decision 5772/QĐ-BYT of 20 December 2021',
}

/** What the QR code is, for people who do not see it. */
export const qrAlt = 'Mã QR của chứng nhận tiêm chủng. QR code of the vaccination certificate.'
