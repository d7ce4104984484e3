import { createPublicKey } from 'node:crypto'

/** A P-256 key by the coordinates of its point, in base64url as a JWK has them (RFC 7518 §6.2.1). */
interface Point {
  readonly x: string
  readonly y: string
}

/** Keys of the field whose private halves lie in public repositories, and that none of the suites holds. */
const points: readonly Point[] = [
  // PathCheck's demonstration key, kid Rjene8QvRwA=.
  { x: 'ZCXqsjvOXckflK0ORMvBHYC8n_TbbAq8DkQI-k-vP3o', y: 'UvX1qghJANvNo1gmN0Pvtd0e136cUZNBWkHzzA9PCBs' },
  // PathCheck's key for WHO's DDCC, kid MTE=.
  { x: 'FDMpzOeGjkFpJ1mc9lo0884v_aVafspp7YkZo5TULw8', y: 'YPfxp4DYp4O_t6LdayeW6BKNu87509Fo25Uplxo257k' },
  // ehn-dcc-development/hcert-testdata, issuer1 to issuer4.
  { x: 'rHm-cdu-8bSTdzJYgBlvBtUr3ddvF0C8N78O0fAYyGI', y: '4NzjaPmOuU5HS1nNjL-_ge1FL4y9l7mqk11aC3BTjEs' },
  { x: 'z4xKkuVT_qxM3DttDxOdhJoZ22G1MHiGxSZKoYQ9l88', y: 'J7RLLNbeF5H7beurzRJRzlxLcckCDcOJyG04Hh7WFys' },
  { x: 'm2Vy6CkP7RwP0otHyUXeSvGzmor480XsiaHoM0J8bMw', y: 'e_74O5rvnicRLtTq73x7xRJJxY5y8I1y97Ece4Q3PY0' },
  { x: 'NuvsKbmRP4vYpeSTscpC3pu7kwsquzotLMjXpLhgHEM', y: 'dNrw3xi3JlbkKbctHkr7qpni2Snvcy4dfzddEM-QDRg' },
]

/** Those keys as SubjectPublicKeyInfo, DER. */
export function publicTestKeys(): readonly Uint8Array[] {
  return points.map((point) => {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...point }, format: 'jwk' })
    return new Uint8Array(key.export({ format: 'der', type: 'spki' }))
  })
}
