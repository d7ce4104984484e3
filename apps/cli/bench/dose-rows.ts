const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ', 'Huỳnh', 'Vũ', 'Võ', 'Phan']
const middles = ['Thị Ngọc', 'Văn', 'Hữu', 'Thuỳ', 'Đình', 'Minh', 'Thị Kim', 'Quốc', 'Xuân', 'Thanh']
const givens = ['Ánh', 'Dũng', 'Phượng', 'Khuê', 'Ước', 'Giang', 'Hằng', 'Tuấn', 'Yến', 'Hoà', 'Quý', 'Nhàn', 'Vy']
const products = ['Pfizer', 'AstraZeneca', 'Moderna', 'Vero Cell', 'Comirnaty', 'Abdala', 'Astra Zeneca', 'Fizer']
/** Each of these stands in one name of a hundred. */
const dirt: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.replace('Đ', 'Ð'),
  (name) => name.replace(' ', '  '),
  (name) => `${name} (mũi 2)`,
  (name) => `${name}x`,
]
const heading =
  'dose_id,id_number,full_name,sex,birth_date,nationality,phone,address,commune,district,province,product,lot,dose_date,' +
  'dose_number,country,facility,facility_name,entry_date,entry_mode,status'

/** A file of invented doses as a province exports it, some of them dirty; the same for the same number of rows. */
export function inventedDoses(rows: number): string {
  const lines = [heading]
  for (let row = 0; row < rows; row += 1) lines.push(doseLine(row, random(row)))
  return `${lines.join('\n')}\n`
}

function doseLine(row: number, draw: (below: number) => number): string {
  const year = 1940 + draw(62)
  const isMale = draw(2) === 0
  const century = (year < 2000 ? 0 : 2) + (isMale ? 0 : 1)
  const number = `0${pad(1 + draw(95))}${century}${pad(year % 100)}${String(draw(1_000_000)).padStart(6, '0')}`
  const clean = [pick(families, draw), pick(middles, draw), pick(givens, draw)].join(' ')
  const name = dirt[draw(100)]?.(clean) ?? clean
  const dose = `${pad(1 + draw(28))}/${pad(6 + draw(7))}/2021`
  const phone = `09${String(draw(100_000_000)).padStart(8, '0')}`
  const place = `"Số ${draw(400)}, tổ ${draw(30)}",Phường Quang Trung,Thành phố Thái Nguyên,Thái Nguyên`
  const born = `${pad(1 + draw(28))}/${pad(1 + draw(12))}/${year}`
  const site = 19_000 + draw(180)
  return [
    `D${row},${number},${name},${isMale ? 'Nam' : 'Nữ'},${born},VN,${phone},${place}`,
    `${pick(products, draw)},FK${pad(draw(100))}12,${dose},${1 + draw(2)},VN,${site},Trạm y tế ${site},${dose},live,Đã tiêm`,
  ].join(',')
}

function pick(from: readonly string[], draw: (below: number) => number): string {
  return from[draw(from.length)] as string
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

/** A small generator (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed * 0x9e3779b9
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
