import { describe, expect, it } from 'vitest'
import { crc32c } from '../../src/kms/google/crc32c.ts'
import { kmsContract } from './contract.ts'
import { startGoogleGrpc } from './google-grpc-server.ts'
import { startGoogleRest } from './google-rest-server.ts'

const google = {
  takesBack: false,
  spoilt: ['flip-digest-crc', 'flip-signature-crc', 'other-name'],
  origins: ['imported', 'software'],
} as const

kmsContract('Google Cloud KMS over REST', startGoogleRest, { ...google, disabledWords: 'refused the request' })
kmsContract('Google Cloud KMS over gRPC', startGoogleGrpc, google)

describe('CRC-32C', () => {
  it.each([
    ['32 bytes of zero', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of 255', new Uint8Array(32).fill(255), 0x62a8ab43],
    ['32 bytes that rise', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
    ['32 bytes that fall', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
    ['nothing', new Uint8Array(), 0],
  ])('is that of RFC 3720 §B.4: %s', (_what, bytes, checksum) => {
    expect(crc32c(bytes)).toBe(checksum)
  })
})
