import type { Attempt, FrameResult } from './page.ts'

/** How often one decoder was right, and what it cost. */
export interface Share {
  readonly percent: number
  readonly wrong: number
  /** Over all frames of the row. */
  readonly medianMilliseconds: number
}

export interface Row {
  readonly condition: string
  readonly frames: number
  readonly plain: Share
  readonly enhanced: Share
  readonly html5qrcode: Share
}

/** One row for each condition, one for all that show a code (`all`), one for those that show none (`empty`). */
export function summarise(results: readonly FrameResult[]): readonly Row[] {
  const names = [...new Set(results.map(({ name }) => name))]
  const rows = names.map((name) =>
    rowOf(
      name,
      results.filter((result) => result.name === name),
    ),
  )
  return [
    ...rows,
    rowOf(
      'all',
      results.filter(({ name }) => name !== 'empty'),
    ),
  ]
}

function rowOf(condition: string, results: readonly FrameResult[]): Row {
  const share = (decoder: 'plain' | 'enhanced' | 'html5qrcode') => shareOf(results.map((result) => result[decoder]))
  return {
    condition,
    frames: results.length,
    plain: share('plain'),
    enhanced: share('enhanced'),
    html5qrcode: share('html5qrcode'),
  }
}

function shareOf(attempts: readonly Attempt[]): Share {
  const count = (mark: Attempt['mark']) => attempts.filter((attempt) => attempt.mark === mark).length
  const times = attempts.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    percent: (100 * count('right')) / attempts.length,
    wrong: count('wrong'),
    medianMilliseconds: times[times.length >> 1] ?? 0,
  }
}

export function printTable(rows: readonly Row[]): void {
  console.log('condition   frames   plain            both passes      html5-qrcode     wrong')
  for (const { condition, frames, plain, enhanced, html5qrcode } of rows) {
    const cell = ({ percent, medianMilliseconds }: Share) =>
      `${percent.toFixed(1).padStart(5)} % ${medianMilliseconds.toFixed(1).padStart(6)} ms`
    const wrong = plain.wrong + enhanced.wrong + html5qrcode.wrong
    const cells = [plain, enhanced, html5qrcode].map(cell).join('  ')
    console.log(`${condition.padEnd(10)} ${String(frames).padStart(6)}  ${cells} ${String(wrong).padStart(6)}`)
  }
}
