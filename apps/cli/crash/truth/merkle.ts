import { hash } from 'node:crypto'

/** A Merkle tree that only grows (RFC 6962 §2.1), of hashes in hex: written for the tests, and by nothing of what they test. */
export interface GrowingTree {
  readonly size: number
  append(leaf: string): void
  root(): string
}

export function growingTree(): GrowingTree {
  /** Roots of full subtrees, the largest first. */
  const full: { readonly size: number; readonly root: string }[] = []
  let size = 0
  return {
    get size() {
      return size
    },
    append(leaf) {
      size += 1
      let last = { size: 1, root: leaf }
      while (full.at(-1)?.size === last.size) {
        last = { size: 2 * last.size, root: node(full.pop()?.root ?? '', last.root) }
      }
      full.push(last)
    },
    root() {
      if (full.length === 0) return sha256('')
      return full.map(({ root }) => root).reduceRight((right, left) => node(left, right))
    },
  }
}

/** Leaf of a certificate: version 1, kid, and SHA-256 over salt and COSE message. */
export function leafOf(kid: string, salt: string, cose: string): string {
  return sha256(`0001${kid}${sha256(salt + cose)}`)
}

function node(left: string, right: string): string {
  return sha256(`01${left}${right}`)
}

export function sha256(hex: string): string {
  return hash('sha256', Buffer.from(hex, 'hex'), 'hex')
}
