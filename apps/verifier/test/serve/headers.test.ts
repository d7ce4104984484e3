import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cacheControl, securityHeaders } from '../../serve/headers.ts'

const guide = readFileSync(new URL('../../../../docs/deploy.md', import.meta.url), 'utf8')

/** Headers of the first block that states a policy, as docs/deploy.md tells a host to send them. */
function told(): Readonly<Record<string, string>> {
  const block = guide.split('```').find((each) => each.trimStart().startsWith('Content-Security-Policy:')) ?? ''
  const lines = block.trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s) as [string, string]))
}

describe('What docs/deploy.md tells a host', () => {
  it('is what our own server sends; the transport header alone makes no sense on localhost', () => {
    const { 'Strict-Transport-Security': transport, ...headers } = told()
    expect(headers).toEqual(securityHeaders())
    expect(transport).toMatch(/^max-age=\d{8,}$/)
  })

  it.each([
    ['index.html', 'no-store'],
    ['', 'no-store'],
    ['sw.js', 'no-store'],
    ['assets/index-BgjwTt_q.js', 'public, max-age=31536000, immutable'],
    ['assets/index.js', 'no-cache'],
    ['manifest.webmanifest', 'no-cache'],
    ['lists/manifest.list', 'no-cache'],
  ])('says how long %j is kept', (path, kept) => {
    expect(cacheControl(path)).toBe(kept)
    expect(guide).toContain(`\`${kept}\``)
  })
})

describe('The policy', () => {
  it('leaves the camera and the wake lock of the screen to the app', () => {
    const features = securityHeaders()['Permissions-Policy'] ?? ''
    expect(features).toContain('camera=(self)')
    expect(features).not.toContain('screen-wake-lock=()')
  })

  it('allows code and style from this host alone, and wasm', () => {
    const policy = securityHeaders()['Content-Security-Policy'] ?? ''
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(policy).toContain("default-src 'none'")
  })

  it('lets lists come from another host where that is wanted, and nothing else', () => {
    const [own = '', wide = ''] = [securityHeaders(), securityHeaders(['https://lists.example.vn'])].map(
      (headers) => headers['Content-Security-Policy'],
    )
    expect(wide).toBe(own.replace("connect-src 'self'", "connect-src 'self' https://lists.example.vn"))
  })
})
