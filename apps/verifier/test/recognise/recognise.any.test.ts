import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type CodeKind, recognise } from '../../src/recognise/recognise.ts'
import { canCuoc, cardBack, cccd, passport, personal } from '../identity/paper-texts.ts'

const archive = `PK\u0003\u0004\u0014\u0000\u0000\u0000\b\u0000${'\u0001'.repeat(16)}\u0010\u0000\u0000\u0000certificate.json\u00ab\u00cd`
const credential = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://cowin.gov.in/credentials/vaccination/v1'],
  type: ['VerifiableCredential', 'ProofOfVaccinationCredential'],
  credentialSubject: { type: 'Person', name: 'An Example' },
  proof: { type: 'RsaSignature2018' },
}
const seal = {
  data: { hdr: { is: 'UTO', t: 'icao.vacc', v: 1 }, msg: { pid: { n: 'EXAMPLE ANNA' }, uvci: 'U1', ve: [] } },
  sig: { alg: 'ES256', cer: 'MII', sigvl: 'abc' },
}

const codes: readonly (readonly [text: string, kind: CodeKind])[] = [
  ['HC1:6BF', 'hc1'],
  [' HC1:6BF\r\n', 'hc1'],
  ['\ufeffHC1:6BF', 'hc1'],
  ['hc1:6BF', 'hc1'],
  ['Hc1:6BF', 'hc1'],
  ['HC2:6BF', 'hc1'],
  ['HC1:', 'hc1'],
  ['HC:6BF', 'other'],
  ['HC1 6BF', 'other'],
  ['NL2:6BF', 'other'],
  [`NL2:${'6BF OXN%'.repeat(8)}`, 'national'],
  [`LT1:${'6BFOXN/*'.repeat(8)}`, 'national'],
  [`nl2:${'6bfoxn'.repeat(8)}`, 'other'],
  [`NL2:${'mai gặp nhé '.repeat(8)}`, 'other'],
  [`HC3:${'6BFOXN'.repeat(8)}`, 'hc1'],
  [`hc1;${'6bf oxn5t=4'.repeat(8)}`, 'damaged-hc1'],
  [`HC1 ${'6BFOXN%T+$'.repeat(8)}`, 'damaged-hc1'],
  [`HC1${'6BFOXN'.repeat(8)}`, 'other'],
  ['HC1, the song', 'other'],
  [`shc:/${'5676'.repeat(100)}`, 'smart-health-card'],
  ['shc:/1/3/567629595326', 'smart-health-card'],
  ['SHC:/567629595326', 'smart-health-card'],
  ['shc:/x', 'link'],
  ['shlink:/eyJ1cmwiOiJodHRwczovL2V4YW1wbGUub3JnIn0', 'health-link'],
  ['https://viewer.example.org/#shlink:/eyJ1cmwiOiJodHRwcyJ9', 'health-link'],
  ['https://viewer.example.org/#shlunk:/eyJ1cmwiOiJodHRwcyJ9', 'link'],
  [archive, 'divoc'],
  [btoa(archive), 'divoc'],
  [JSON.stringify(credential), 'divoc'],
  [JSON.stringify({ ...credential, '@context': 'https://divoc.dev/x' }, null, 2), 'divoc'],
  [JSON.stringify({ ...credential, '@context': 'https://example.org', type: 'Degree' }), 'other'],
  [btoa(archive.replace('certificate', 'holidaypics')), 'other'],
  [JSON.stringify(seal), 'vds-nc'],
  [JSON.stringify({ ...seal.data, sig: seal.sig }), 'vds-nc'],
  [JSON.stringify(seal.data), 'other'],
  ['DC03FR00000119DA1FB101FR43NGUYEN/AN', 'vds-nc'],
  ['DC04DHI20001219D1FFFB201FRL0NGUYEN', 'vds-nc'],
  ['\u00dc\u0003\u00d9\u00c5UTTS', 'vds-nc'],
  ['DC03 is a plane', 'other'],
  [cccd, 'cccd'],
  [`${cccd}\r\n`, 'cccd'],
  [canCuoc, 'can-cuoc'],
  [personal, 'mic-personal'],
  [passport.join('\n'), 'icao-mrz'],
  [passport[0], 'icao-mrz'],
  [passport[1], 'icao-mrz'],
  [passport[1].replace('850101', '860101'), 'icao-mrz'],
  [cardBack.join('\r\n'), 'icao-mrz'],
  ['https://example.org/HC1:6BF', 'link'],
  ['HTTP://EXAMPLE.ORG', 'link'],
  ['www.example.org', 'link'],
  ['javascript:alert(1)', 'link'],
  ['data:text/html,x', 'link'],
  ['mailto:an@example.org', 'link'],
  ['MAILTO:an@example.org', 'link'],
  ['tel:+84123456789', 'link'],
  ['geo:21.03,105.85', 'link'],
  ['zalo://qr/abc', 'link'],
  ['otpauth://totp/Example:an?secret=JBSWY3DP', 'other'],
  ['WIFI:T:WPA;S:cafe;P:secret;;', 'wifi'],
  ['wifi:S:cafe;;', 'wifi'],
  ['BEGIN:VCARD\nVERSION:3.0\nEND:VCARD', 'contact'],
  ['MECARD:N:Nguyen,An;TEL:0900000000;;', 'contact'],
  ['00020101021238540010A00000072701240006970436', 'payment'],
  ['GD4797923456789|4e677579e1bb856e2056c4836e20416e|01/01/1985|1|48c3a0204ee1bb9969|79 - 024|', 'bhyt'],
  ['7923456789|4e677579e1bb856e|01/01/1985|1||', 'bhyt'],
  ['8934567890123', 'other'],
  ['Ghi chú: mai gặp', 'other'],
  ['a|b|c', 'other'],
  ['{', 'other'],
  ['{"hdr":1,"msg":2,"sig":3}', 'other'],
  ['[]', 'other'],
  ['', 'other'],
  ['   ', 'other'],
]

describe('Each code is called by its name', () => {
  it.each(codes)('%j is %s', (text, kind) => {
    expect(recognise(text)).toBe(kind)
  })
})

describe('Any text at all', () => {
  it('gets an answer, and nothing is fetched or opened for it', () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const beginnings = fc.constantFrom(
      '',
      'HC1:',
      'shc:/',
      'PK',
      '{"data":',
      'WIFI:',
      'https://',
      '\u00dc',
      '001085012345|',
    )
    fc.assert(
      fc.property(beginnings, fc.string({ unit: 'binary', maxLength: 200 }), (beginning, rest) => {
        expect(typeof recognise(beginning + rest)).toBe('string')
      }),
    )
    for (const [text] of codes) recognise(text)
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })

  it('however long, is answered', () => {
    const pieces = ['a', '|', '<', ' ', '\n', '[', '{"a":', 'PK', 'a.', 'http:', "'", '0', 'ạ', 'Ã']
    for (const piece of pieces) expect(recognise(piece.repeat(8192 / piece.length))).toBe('other')
    for (const piece of pieces) expect(recognise(piece.repeat(300_000))).toBe('other')
    expect(recognise(`HC1:${'A'.repeat(300_000)}`)).toBe('hc1')
  })
})
