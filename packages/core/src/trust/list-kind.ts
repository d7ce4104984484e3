/** What a snapshot is made of; each is one signed list, and the manifest names them all. */
export type ListKind = 'trust' | 'deny' | 'revocation' | 'rules' | 'value-sets'

/** In the order in which they are read. */
export const listKinds: readonly ListKind[] = ['trust', 'deny', 'revocation', 'rules', 'value-sets']
