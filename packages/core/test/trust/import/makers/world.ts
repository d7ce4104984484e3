import { type Made, makeCertificate } from './certificates.ts'

/** When all that is made here is valid. */
export const noon: Date = new Date('2022-06-01T12:00:00Z')

/** Whole seconds of `noon`. */
export const noonSeconds: number = noon.getTime() / 1000

/** Two invented authorities and those they vouch for. */
export interface State {
  readonly csca: Made
  readonly uploader: Made
  readonly dsc: Made
}

function makeState(country: string): State {
  const csca = makeCertificate({
    name: `SAMPLE CSCA ${country}`,
    country,
    authority: true,
    notAfter: '2041-01-01T00:00:00Z',
  })
  return {
    csca,
    uploader: makeCertificate({ name: `SAMPLE UPLOAD ${country}`, country }),
    dsc: makeCertificate({ name: `SAMPLE DSC ${country}`, country, issuer: csca }),
  }
}

export const vietNam: State = makeState('VN')
export const france: State = makeState('FR')

/** Who signs lists, and somebody who does not. */
export const anchor: Made = makeCertificate({ name: 'SAMPLE trust anchor', country: 'EU' })
export const stranger: Made = makeCertificate({ name: 'SAMPLE stranger', country: 'EU' })

/** A DSC that may sign tests only. */
export const testSigner: Made = makeCertificate({
  name: 'SAMPLE DSC tests',
  issuer: vietNam.csca,
  keyPurposes: ['1.3.6.1.4.1.1847.2021.1.1'],
})
