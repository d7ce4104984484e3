import { type ImportCase, pemOf } from './import-case.ts'

/** A trust list of the WHO network, and what comes of it. What is left out is as it should be. */
export type DidCase = Pick<ImportCase, 'id' | 'about' | 'expect'> &
  Partial<ImportCase> & { readonly document: () => Promise<string> }

export function gdhcn({ id, document, ...rest }: DidCase): ImportCase {
  const spec = 'smart-trust 1.6.0, GDHCN trust list as DID document'
  const files = async () => [await document()]
  return { spec, importance: 'high', format: 'gdhcn', key: pemOf('list-1'), ...rest, files, id: `import/gdhcn-${id}` }
}
