/** Why lists are not made. */
export type PublishCode =
  /** The trust list would lose more than a tenth of its signers. */
  | 'publish.shrinks'
  /** The trust list would name no signer any more of a country that it names now. */
  | 'publish.country-lost'
  /** Production would trust a key that everybody has. */
  | 'publish.sample'
  /** This key has signed the file already. */
  | 'publish.signed-twice'
