import { create } from 'qrcode'
import { type Modules, modulesPng } from './png.ts'

/** Weakest correction and a fixed mask: small pictures, the same at each run. */
const options = { errorCorrectionLevel: 'L', maskPattern: 0 } as const

/** A text in alphanumeric mode, as hcert §4.2.2 demands. */
export function alphanumericPicture(text: string): Uint8Array {
  return modulesPng(modulesOf(text, 'alphanumeric'))
}

/** A text in byte mode, which may hold anything. */
export function bytePicture(text: string): Uint8Array {
  return modulesPng(modulesOf(text, 'byte'))
}

/** A code of which a third is blank, more than any correction mends. */
export function brokenPicture(text: string): Uint8Array {
  const { size, data } = modulesOf(text, 'alphanumeric')
  return modulesPng({ size, data: data.map((module, index) => (index > (data.length * 2) / 3 ? 0 : module)) })
}

export function blankPicture(): Uint8Array {
  return modulesPng({ size: 21, data: new Uint8Array(21 * 21) })
}

function modulesOf(text: string, mode: 'alphanumeric' | 'byte'): Modules {
  const segment = mode === 'byte' ? { mode, data: new TextEncoder().encode(text) } : { mode, data: text }
  const { modules } = create([segment], options)
  return { size: modules.size, data: modules.data }
}
