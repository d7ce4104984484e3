/** A PDF with one grey picture, as much of it as our reader looks at. */
export async function pdfWith(
  { width, height, levels }: { width: number; height: number; levels: Uint8Array<ArrayBuffer> },
  options: { readonly bits: number; readonly filtered?: boolean; readonly indirectLength?: boolean },
): Promise<Blob> {
  const rows = Array.from({ length: height }, (_, y) => levels.subarray(y * width, (y + 1) * width))
  const packed = rows.map((row) => (options.bits === 1 ? bitsOf(row) : row))
  const plain = options.filtered ? packed.map(withFilter) : packed
  const data = await deflate(new Blob(plain))
  const predictor = options.filtered ? `/DecodeParms<</Predictor 15/Colors 1/Columns ${width}>>` : ''
  const length = options.indirectLength ? '2 0 R' : data.length
  const about = `/Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${options.bits} /ColorSpace/DeviceGray`
  const head = `%PDF-1.4\n1 0 obj\n<</Type/XObject ${about} /Filter[/FlateDecode] ${predictor} /Length ${length}>>\nstream\r\n`
  return new Blob([head, data, '\r\nendstream\nendobj\n'])
}

function bitsOf(row: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(row.length / 8))
  for (const [x, level] of row.entries()) bits[x >> 3] = (bits[x >> 3] ?? 0) | (level > 127 ? 0x80 >> (x & 7) : 0)
  return bits
}

/** By the filters of PNG that need no row above, and Paeth for the rest, in turn. */
function withFilter(row: Uint8Array<ArrayBuffer>, y: number, rows: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const above = rows[y - 1]
  const filter = y % 5
  const predicted = (x: number) => {
    const [a, b, c] = [row[x - 1] ?? 0, above?.[x] ?? 0, x === 0 ? 0 : (above?.[x - 1] ?? 0)]
    const nearest = [a, b, c].toSorted((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0] ?? 0
    return [0, a, b, (a + b) >> 1, nearest][filter] ?? 0
  }
  return Uint8Array.of(filter, ...row.map((level, x) => level - predicted(x)))
}

async function deflate(data: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Response(data.stream().pipeThrough(new CompressionStream('deflate'))).bytes()
}
