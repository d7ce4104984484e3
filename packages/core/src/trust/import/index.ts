export type {
  Dropped,
  DropReason,
  ForeignCode,
  ForeignFormat,
  ForeignList,
  ForeignNote,
  ForeignSigner,
  ForeignSource,
  ReadForeignList,
} from './foreign-list.ts'
export { type PinnedKey, readPinnedKey } from './pinned-key.ts'
export { foreignReaders } from './readers.ts'
