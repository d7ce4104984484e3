import type { IssueRequest } from '@vaxcert/core/issue'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ']
const middles = ['Thị Ngọc', 'Văn', 'Hữu', 'Thuỳ', 'Đình', 'Minh', 'Thị Kim', 'Quốc']
const givens = ['Ánh', 'Dũng', 'Phượng', 'Khuê', 'Ước', 'Giang', 'Hằng', 'Tuấn']
const products = [
  'EU/1/20/1528',
  'EU/1/21/1529',
  'EU/1/20/1507',
  'BBIBP-CorV',
  'EU/1/20/1525',
  'Abdala',
  'Sputnik-V',
  'Hayat-Vax',
]

/** Sixty-four invented people with two doses each: the clean doses that the benchmark signs. */
export function inventedRequests(): readonly IssueRequest[] {
  return families.flatMap((family, row) =>
    givens.map((given, column) => {
      const name = { fullName: `${family} ${middles[(row + column) % 8]} ${given}` }
      const product = products[column] as string
      const day = String(1 + row * 3).padStart(2, '0')
      const dose = (id: string, month: string) => ({ id, product, date: `2021-${month}-${day}`, country: 'VN' })
      const timeline = [dose('first', '07'), dose('second', '09')]
      const [, second] = timeline as [unknown, (typeof timeline)[0]]
      return { person: { name, birthDate: `${1950 + row * 5}-04-${day}` }, dose: second, timeline }
    }),
  )
}
