// npm run bench:paper -- [--json] [--pages N]: pages a CPU-second with the fonts opened, many in one document and one document
// each, from certificate text to PDF; bytes of each; and memory at the end of a long document beside its beginning.
import { readFileSync } from 'node:fs'
import { type Authority, issue } from '@vaxcert/core'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { bulkPdf, passPdf } from '@vaxcert/paper/pdf'
import { readPass } from '../src/paper/pass-fields.ts'
import { inventedRequests } from './people.ts'

const pagesFlag = process.argv.indexOf('--pages')
const pages = pagesFlag < 0 ? 2000 : Number(process.argv[pagesFlag + 1])
const options = { createdAt: new Date('2026-01-01T00:00:00Z') }

const texts = await certificates(512)
const first = cpuSeconds(() => onePage(0))
const alone = onePage(0)
const single = measured(Math.ceil(pages / 10), onePage)
const merged = inOneDocument(pages)
const figures = {
  first_page_ms: Math.round(first * 1000),
  one_document_each: { pages_per_cpu_second: single, bytes: alone },
  many_in_one: merged,
}
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : figures)

/** Real certificates, each with an identifier of its own. */
async function certificates(count: number): Promise<readonly string[]> {
  const authority = sampleAuthority()
  const requests = inventedRequests()
  const validity = { issuedAt: new Date('2022-06-01T00:00:00Z') }
  const made: string[] = []
  for (let index = 0; index < count; index += 1) {
    const request = requests[index % requests.length]
    if (request !== undefined) made.push((await issue(request, authority, validity)).text)
  }
  return made
}

function sampleAuthority(): Authority {
  const pem = (name: string) => readFileSync(new URL(`../../../keys-sample/${name}.pem`, import.meta.url), 'utf8')
  const documentSigner = documentSignerFromCertificate(pem('dsc-all'))
  const pkcs8 = Buffer.from(pem('dsc-all.key').replace(/-----[^-]+-----/g, ''), 'base64')
  const signer = deterministicSigner({ kid: documentSigner.kid, pkcs8 })
  return { signer, documentSigner, country: 'VN', issuer: 'SAMPLE Ministry' }
}

function passOf(index: number) {
  const read = readPass(texts[index % texts.length] ?? '')
  if (!read.ok) throw new Error(read.code)
  return read.pass
}

function onePage(index: number): number {
  const page = passPdf(passOf(index), options)
  if (!page.ok) throw new Error(page.code)
  return page.bytes.length
}

/** Memory is told per thousand pages between the first tenth and the end, garbage apart as far as V8 tells. */
function inOneDocument(count: number) {
  const pdf = bulkPdf(options)
  let bytes = 0
  const add = (index: number) => {
    if (!pdf.add(passOf(index)).ok) throw new Error('a pass was refused')
    bytes += pdf.take().length
  }
  for (let index = 0; index < count / 10; index += 1) add(index)
  const [before, bytesBefore] = [heapMegabytes(), bytes]
  const rate = measured(count - count / 10, add)
  const after = heapMegabytes()
  const perPage = Math.round((bytes - bytesBefore) / (count - count / 10))
  pdf.end()
  return {
    pages: count,
    pages_per_cpu_second: rate,
    bytes_per_page: perPage,
    heap_mb_at_10_percent: before,
    heap_mb_at_end: after,
  }
}

function heapMegabytes(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10
}

function measured(count: number, make: (index: number) => unknown): number {
  const spent = cpuSeconds(() => {
    for (let index = 0; index < count; index += 1) make(index)
  })
  return Math.round(count / spent)
}

function cpuSeconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
