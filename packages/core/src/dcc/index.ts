export { decodeBase45, encodeBase45 } from './base45.ts'
export { makerName, productName } from './code-names.ts'
export { monthsLater } from './dates.ts'
export { type Decoded, type DecodedDcc, type DecodedText, decode, readPayload } from './decode.ts'
export { deflate } from './deflate.ts'
export { type NameInput, personName, readMrzName, splitVietnameseName, transliterate } from './names.ts'
export { type Product, productByCode, productByName, products } from './products.ts'
export { checkSchema, type SchemaIssue, type SchemaOptions, type SchemaRule } from './schema.ts'
export { type SeriesPosition, seriesPosition } from './series-position.ts'
export type { DocumentField, HealthDocument } from './sub-claims/health-document.ts'
export { readDocuments } from './sub-claims/read-document.ts'
export { subClaimOf } from './sub-claims/registry.ts'
export type { FieldLabels, SubClaim } from './sub-claims/sub-claim.ts'
export { MAX_TEXT_LENGTH, PREFIX, readText, removePrefix, writeText } from './text.ts'
export type {
  Claims,
  CommonClaims,
  Dcc,
  DocumentClaims,
  PersonName,
  Profile,
  Recovery,
  Test,
  Usage,
  Vaccination,
} from './types.ts'
export { usageOf } from './usage.ts'
export { hasValidCheckCharacter, makeUvci, type UvciOptions, uvciCheckCharacter } from './uvci.ts'
export {
  checkVaccineTriple,
  checkValueSets,
  codeStatus,
  VALUE_SETS,
  VALUE_SETS_RELEASE,
  type ValueSet,
  type ValueSetId,
  type ValueSetIssue,
} from './value-sets/index.ts'
export { inflate } from './zlib.ts'
