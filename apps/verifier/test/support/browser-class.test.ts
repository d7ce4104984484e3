import { expect, it } from 'vitest'
import { browserClass } from '../../src/support/browser-class.ts'

const like = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.2210.91`,
    'edge 120 windows',
  ],
  [
    `Mozilla/5.0 (Linux; Android 13; SM-A045F) ${like} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`,
    'samsung 23 android',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${like} Chrome/156.0.0.0 Mobile Safari/537.36`, 'chrome 156 android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1',
    'safari 17 ios',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.50 Mobile/15E148 Safari/604.1',
    'chrome 120 ios',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0', 'firefox 121 linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15',
    'safari 17 mac',
  ],
  ['Nguyen Van An', 'other undefined other'],
  ['', 'other undefined other'],
  ['Chrome/'.repeat(100_000), 'other undefined other'],
])('%s', (userAgent, expected) => {
  const { browser, version, system } = browserClass(userAgent)
  expect(`${browser} ${version} ${system}`).toBe(expected)
})
