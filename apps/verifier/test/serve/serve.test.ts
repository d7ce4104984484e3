import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const command = ['--conditions=@vaxcert/source', '--import', './.ci/ts.mjs', 'apps/verifier/serve/serve.ts']

describe('npm run verifier', () => {
  let app: string
  let port: number
  let server: ChildProcess
  let said = ''

  beforeAll(async () => {
    app = mkdtempSync(join(tmpdir(), 'vaxcert-served-'))
    writeFileSync(join(app, 'index.html'), 'app '.repeat(100))
    port = await freePort()
    server = run(String(port))
    server.stdout?.on('data', (text) => {
      said += text
    })
    await vi.waitFor(() => expect(said).toContain('Ctrl+C'), { timeout: 30_000 })
  })
  afterAll(() => {
    server.kill()
    rmSync(app, { recursive: true })
  })

  it('says where the app and the codes are', async () => {
    const addresses = said.match(/http:\/\/127\.0\.0\.1:\d+\//g) ?? []
    expect(addresses).toEqual([port, port + 1].map((each) => `http://127.0.0.1:${each}/`))
    const [page, codes] = await Promise.all(addresses.map((address) => fetch(address)))
    expect([page?.headers.get('content-encoding'), await page?.text()]).toEqual(['gzip', 'app '.repeat(100)])
    expect(await codes?.text()).toContain('vaccination.png')
  })

  it('keeps nobody from trying again what is not there', async () => {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/assets/part-12345678.js`)
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  it.each(['index.html/', 'index.html/x', '%00', '%E0%A4%A', 'a'.repeat(5000), '..%2f..%2fpackage.json'])(
    'has nothing at /%.20s, and goes on',
    async (path) => {
      const { status } = await fetch(`http://127.0.0.1:${port}/${path}`)
      expect([status, server.exitCode]).toEqual([404, null])
    },
  )

  it('says so when a port is taken, or is none', async () => {
    expect(await lastWords(String(port))).toEqual([1, expect.stringMatching(/^Port \d+ is in use\. Choose another/)])
    expect(await lastWords('many')).toEqual([1, 'PORT must be a number from 1 to 65534.\n'])
  })

  it('ends when it is told to', async () => {
    server.kill('SIGINT')
    expect(await once(server, 'exit')).toEqual([0, null])
  })

  function run(PORT: string): ChildProcess {
    return spawn(process.execPath, [...command, app], { cwd: root, env: { ...process.env, PORT } })
  }

  /** How it ended, and what it complained of. */
  async function lastWords(asked: string): Promise<[number, string]> {
    const started = run(asked)
    let complaint = ''
    started.stderr?.on('data', (text) => {
      complaint += text
    })
    const [code] = await once(started, 'close')
    return [code, complaint]
  }
})

/** One with a free one behind it, as far as can be told. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { readonly port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
