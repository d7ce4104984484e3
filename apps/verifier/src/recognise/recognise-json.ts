import type { CodeKind } from './recognise.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a JSON text is: VDS-NC by its shape (ICAO Doc 9303-13), DIVOC by the context or type of its JSON-LD. */
export function recogniseJson(text: string): CodeKind {
  const value = parsed(text)
  if (isFields(value) && isVdsNc(value)) return 'vds-nc'
  return isFields(value) && isDivoc(value) ? 'divoc' : 'other'
}

/** `{data: {hdr, msg}, sig}`, or all three side by side. */
function isVdsNc(value: Fields): boolean {
  const { data, sig } = value
  const { hdr, msg } = isFields(data) ? data : value
  return isFields(hdr) && isFields(msg) && isFields(sig)
}

function isDivoc(value: Fields): boolean {
  const marks = JSON.stringify([value['@context'], value.type, value.issuer])
  const isCredential = isFields(value.credentialSubject) || isFields(value.proof)
  return isCredential && /divoc|cowin|ProofOfVaccinationCredential/i.test(marks)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
