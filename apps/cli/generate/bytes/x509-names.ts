import { der, oid, printable, sequence, utf8 } from './x509-der.ts'

const types = {
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  title: '2.5.4.12',
  DC: '0.9.2342.19200300.100.1.25',
} as const

export type AttributeType = keyof typeof types

/** A distinguished name of one attribute in each set. */
export function name(...attributes: readonly Uint8Array[]): Uint8Array {
  return sequence(...attributes.map((attribute) => der(0x31, attribute)))
}

/** A name in which these attributes stand in one set. */
export function multiName(...attributes: readonly Uint8Array[]): Uint8Array {
  return sequence(der(0x31, ...attributes))
}

/** One attribute: its text is printable for a country and UTF-8 for all else, unless `type` says otherwise. */
export function attribute(type: AttributeType, text: string, write = type === 'C' ? printable : utf8): Uint8Array {
  return sequence(oid(types[type]), write(text))
}

/** The names that every certificate of the chain vectors bears unless it is about names. */
export const cscaName: Uint8Array = sampleName('SAMPLE CSCA')
export const dscName: Uint8Array = sampleName('SAMPLE DSC')

export function sampleName(commonName: string): Uint8Array {
  return name(attribute('C', 'VN'), attribute('O', 'SAMPLE Authority'), attribute('CN', commonName))
}
