import type { DocumentSigner } from '../document-signer.ts'
import type { PinnedKey } from './pinned-key.ts'

/** Trust lists of others that we can read: the EU gateway's, six states', and WHO's network's. */
export type ForeignFormat = 'dgcg' | 'de' | 'at' | 'ch' | 'se' | 'nl' | 'it' | 'gdhcn'

/** Why a whole foreign list is refused. */
export type ForeignCode =
  /** Not a list of this format. */
  | 'source.shape'
  | 'source.too-large'
  /** No pinned key, or one that cannot have signed this format. */
  | 'source.key'
  /** The source's own signature is wrong, or was not made by the pinned key. */
  | 'source.signature'
  /** The list, or the certificate that signed it, is not valid at that time. */
  | 'source.expired'
  /** This format carries no signature, and the caller did not say that this will do. */
  | 'source.unsigned'
  /** The list is older than one that was read before. */
  | 'source.rollback'

/** Why one entry of a foreign list is left out. */
export type DropReason =
  /** A member is missing or malformed. */
  | 'shape'
  /** Not the key of a document signer: a CSCA, a key for uploads or for other messages. */
  | 'not-a-signer'
  /** Certificate that cannot be read. */
  | 'certificate'
  /** Neither P-256 nor RSA of 2048 to 4096 bits, so no DCC can be verified with it. */
  | 'key'
  /** The bare key beside a certificate is another one. */
  | 'key-mismatch'
  /** The kid is not the one of the certificate (hcert §3.3.3). */
  | 'kid-mismatch'
  | 'thumbprint-mismatch'
  /** Country that is not an alpha-2 code, or not the one of the certificate. */
  | 'country'
  /** The source has no upload certificate of that country that could have signed the entry. */
  | 'no-uploader'
  /** The entry's own signature is wrong, or was made by another country. */
  | 'entry-signature'
  /** No CSCA of that country in the source signed the certificate, or not so that it counts. */
  | 'chain'
  /** The source itself says that the key is not in use. */
  | 'inactive'
  /** The key may sign no kind of DCC. */
  | 'usage'
  /** The same entry once more. */
  | 'duplicate'
  /** More keys share this kid than a trust list may hold. */
  | 'too-many-candidates'
  /** The key of an invented state, for tests. */
  | 'test-participant'
  /** The entry points to another place instead of carrying a key. */
  | 'reference'

/** What a format leaves open, and how it was filled. */
export type ForeignNote =
  /** Nobody signed the list: it is worth what the way it came by is worth. */
  | 'unsigned'
  /** The list does not say when it was made, so an old one cannot be told from a new one. */
  | 'undated'
  /** Bare keys: that a kid is the right one is the source's word alone. */
  | 'bare-keys'
  /** Keys without a period of validity: taken as valid at any time. */
  | 'no-validity'
  /** Keys without a country: "XX", which binds none. */
  | 'no-country'
  /** DSCs whose CSCA the list does not show, or whose signature is of a kind that we cannot check: the list's word alone. */
  | 'chain-open'
  /** A part of a larger list: of one state, one domain or one usage. What else there is, it does not show. */
  | 'partial'

/** A document signer that the source vouches for. */
export interface ForeignSigner {
  readonly signer: DocumentSigner
  /** DER, where the source carries it. */
  readonly certificate?: Uint8Array
}

/** An entry that was left out. */
export interface Dropped {
  /** Base64, as the source names it, where that is 8 bytes. */
  readonly kid?: string
  /** ISO 3166-1 alpha-2, where the source names one. */
  readonly country?: string
  readonly reason: DropReason
}

/** What a foreign list says, once its own signature has been found right. */
export interface ForeignList {
  readonly format: ForeignFormat
  /** False where the source signs nothing. */
  readonly verified: boolean
  /** Whole seconds since 1970: the source's own word on how fresh it is. */
  readonly issuedAt?: number
  readonly signers: readonly ForeignSigner[]
  readonly dropped: readonly Dropped[]
  readonly notes: readonly ForeignNote[]
}

/** A foreign list as it was fetched, and what its reader may believe. */
export interface ForeignSource {
  /** In the order that the format asks for; most have one. */
  readonly files: readonly Uint8Array[]
  /** Who must have signed the list. */
  readonly key?: PinnedKey
  /** The list must be valid at this time. */
  readonly at: Date
  /** True when a format without a signature will do. */
  readonly unsigned?: boolean
  /** When the list that was read before was made; an older one is refused. */
  readonly newerThan?: Date
  /** True when the keys of invented states shall be read too, where the source marks them. */
  readonly testParticipants?: boolean
}

/**
 * Reads a foreign list. Entries that cannot be used are dropped and named; a list whose own signature
 * is not right is refused as a whole.
 * @throws Fault `source.*` and nothing else, whatever the files hold
 */
export type ReadForeignList = (source: ForeignSource) => Promise<ForeignList>
