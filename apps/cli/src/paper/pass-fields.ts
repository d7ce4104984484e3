import { type Claims, decode, type PersonName, productName, transliterate, type Vaccination } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import type { PassFields } from '@vaxcert/paper/pdf'
import { diseaseName, fullMakerName, vaccineName } from './names-of-codes.ts'
import { stateName } from './state-name.ts'

/** The fields of a page; or why there are none: the code of the layer that cannot be read, or `pass.kind`. */
export type ReadPass = { readonly ok: true; readonly pass: PassFields } | { readonly ok: false; readonly code: string }

/**
 * Reads a certificate for its page. Nothing is verified: a page proves nothing, its QR code does.
 * Tests and recoveries have no page of eleven fields: `pass.kind`.
 */
export function readPass(text: string): ReadPass {
  const decoded = decode(text)
  if (!decoded.ok) return { ok: false, code: decoded.code }
  const { claims } = decoded.layers
  const vaccination = 'dcc' in claims ? claims.dcc.v?.[0] : undefined
  if (!('dcc' in claims) || vaccination === undefined) return { ok: false, code: 'pass.kind' }
  return { ok: true, pass: passFields(text, claims, vaccination) }
}

function passFields(text: string, { dcc, iss, iat, exp }: Claims, vaccination: Vaccination): PassFields {
  const { tg, vp, mp, ma, dn, sd, dt, co, is, ci } = vaccination
  return {
    text,
    name: nameOf(dcc.nam),
    birthDate: dcc.dob,
    disease: diseaseName(tg),
    doseNumber: dn,
    dosesInSeries: sd,
    // Issuers of six countries wrote a time behind the day.
    doseDate: dt.slice(0, 'yyyy-mm-dd'.length),
    vaccine: vaccineName(vp),
    product: productName(mp),
    maker: fullMakerName(ma),
    uvci: ci,
    issuer: is,
    state: stateName(iss ?? co),
    ...(iat === undefined ? {} : { issuedAt: new Date(iat * 1000) }),
    ...(exp === undefined ? {} : { expiresAt: new Date(exp * 1000) }),
  }
}

/** Surname first. Some issuers leave out one of the two spellings: then the other stands for it. */
function nameOf({ fn, gn, fnt, gnt }: PersonName): PassFields['name'] {
  const written = [fn, gn].filter(Boolean).join(' ')
  const icao = [fnt, gnt].filter(Boolean).join('<<')
  return { written: written || icao.replace(/<+/g, ' '), icao: icao || spelled(written) }
}

/** Empty, which no page shows, where only the passport knows the spelling. */
function spelled(written: string): string {
  try {
    return transliterate(written)
  } catch (error) {
    if (error instanceof Fault) return ''
    throw error
  }
}
