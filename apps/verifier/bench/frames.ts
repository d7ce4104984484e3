// npm run bench:frames [-- --frames N] [-- --from N] [-- --json]: how many frames are read, by condition, and at what
// cost: our two passes beside html5-qrcode, in one Chromium. html5-qrcode is flattered: its decoder alone, on the full
// square. `--from` takes other frames of the same kinds.
import { fileURLToPath } from 'node:url'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { launchChromium } from '../e2e/chromium.ts'
import { type ConditionName, conditions } from '../frames/conditions.ts'
import { emptyFrameOf, frameOf } from '../frames/frame.ts'
import { centreSquare, type Plane } from '../frames/plane.ts'
import type { FrameResult } from './page.ts'
import { printTable, summarise } from './summary.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const count = numberAfter('--frames', 12)
const from = numberAfter('--from', 0)
if (count === 0) throw new TypeError('--frames takes a number above 0')

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag)
  const number = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isSafeInteger(number) || number < 0) throw new TypeError(`${flag} takes a whole number`)
  return number
}

/** The middle square of a frame as bytes, and the text it shows in a header. */
function frameAnswer(url: URL): { readonly text: string; readonly bytes: Buffer } {
  const [name, number] = [url.searchParams.get('name') ?? '', Number(url.searchParams.get('number'))]
  const { plane, text } = name === 'empty' ? emptyFrameOf(number) : frameOf(name as ConditionName, number)
  return { text: text ?? '', bytes: bytesOf(centreSquare(plane)) }
}

function bytesOf({ levels }: Plane): Buffer {
  return Buffer.from(Uint8ClampedArray.from(levels, Math.round).buffer)
}

const pages: Plugin = {
  name: 'frames',
  configureServer({ middlewares }: ViteDevServer) {
    middlewares.use('/bench-page', (_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><script type="module" src="/apps/verifier/bench/page.ts"></script>')
    })
    middlewares.use('/bench-frame', (request, response) => {
      const { text, bytes } = frameAnswer(new URL(request.originalUrl ?? '', 'http://localhost'))
      response.setHeader('x-text', encodeURIComponent(text))
      response.end(bytes)
    })
  },
}

async function measure(url: string): Promise<readonly FrameResult[]> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(`${url}bench-page`)
    await page.waitForFunction('window.readFrames !== undefined')
    const results: FrameResult[] = []
    for (const name of [...Object.keys(conditions), 'empty']) {
      results.push(
        ...((await page.evaluate(`window.readFrames(${JSON.stringify(name)}, ${from}, ${count})`)) as FrameResult[]),
      )
      console.error(`${name}: ${count} frames`)
    }
    return results
  } finally {
    await browser.close()
  }
}

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
  optimizeDeps: { entries: ['apps/verifier/bench/page.ts', 'apps/verifier/src/decode/decode-worker.ts'] },
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  plugins: [pages],
})
try {
  await server.listen()
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('the server has no address')
  const summary = summarise(await measure(url))
  if (process.argv.includes('--json')) console.log(JSON.stringify(summary, null, 2))
  else printTable(summary)
} finally {
  await server.close()
}
