// Serves the built verifier with the sample lists, and beside it a page of codes to scan: npm run verifier
//   PORT=8000 npm run verifier    on this port and the next one
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sampleLists } from './sample-authority.ts'
import { sampleCodes } from './sample-codes.ts'
import { samplePages } from './sample-page.ts'
import { type Running, serveSite } from './server.ts'

const [app = fileURLToPath(new URL('../dist', import.meta.url))] = process.argv.slice(2)
const { PORT: asked = '4173' } = process.env
const port = Number(asked)

if (!existsSync(`${app}/index.html`)) giveUp('Not built yet: npm run verifier')
else if (!Number.isInteger(port) || port < 1 || port > 65_534) giveUp('PORT must be a number from 1 to 65534.')
else await serve().catch(explain)

async function serve(): Promise<void> {
  const pages = await samplePages(await sampleCodes(new Date()))
  const verifier = await serveSite({ app, lists: sampleLists }, port)
  // An origin of its own: the verifier's service worker has no say here.
  const samples = await serveSite({ pages }, port + 1).catch((error) =>
    verifier.close().then(() => Promise.reject(error)),
  )
  console.log(`Verifier      ${verifier.address}`)
  console.log(`Sample codes  ${samples.address}`)
  console.log('Ctrl+C ends both.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end([verifier, samples]))
}

async function end(sites: readonly Running[]): Promise<void> {
  await Promise.all(sites.map((site) => site.close()))
}

/** A port that cannot be had is no fault of ours; everything else is. */
function explain(error: unknown): void {
  const { code, port: wanted } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (code === 'EADDRINUSE') giveUp(`Port ${wanted} is in use. Choose another: PORT=8000 npm run verifier`)
  else if (code === 'EACCES') giveUp(`Port ${wanted} may not be used. Choose another: PORT=8000 npm run verifier`)
  else throw error
}

function giveUp(why: string): void {
  console.error(why)
  process.exitCode = 1
}
