// Serves the built verifier with the sample lists, and beside it a page of codes to scan.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sampleLists } from './sample-authority.ts'
import { sampleCodes } from './sample-codes.ts'
import { samplePages } from './sample-page.ts'
import { serveSite } from './server.ts'

const app = fileURLToPath(new URL('../dist', import.meta.url))
const port = Number(process.env.PORT ?? 4173)

if (existsSync(`${app}/index.html`)) await serve()
else {
  console.error('Not built yet: npm run verifier')
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const pages = await samplePages(await sampleCodes(new Date()))
  const verifier = await serveSite({ app, lists: sampleLists }, port)
  // An origin of its own: the verifier's service worker has no say here.
  const samples = await serveSite({ pages }, port + 1)
  console.log(`Verifier      ${verifier.address}`)
  console.log(`Sample codes  ${samples.address}`)
  console.log('Ctrl+C ends both.')
}
