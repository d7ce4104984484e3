type Limit = 'sampleBytes' | 'rowBytes' | 'itemBytes' | 'cells' | 'headingRows' | 'patients'
type WorkbookLimit = 'workbookBytes' | 'sheetBytes' | 'sharedTextBytes'

/** What a file may hold. Nothing that people or systems write comes near; beyond them lie mistakes and attacks. */
export const fileLimits: Readonly<Record<Limit | WorkbookLimit, number>> = {
  /** From these bytes the form, the lettering and the heading row are told. */
  sampleBytes: 64 * 1024,
  /** A CSV row. */
  rowBytes: 64 * 1024,
  /** A line of NDJSON, an entry of a Bundle, a sheet row's XML. */
  itemBytes: 1024 * 1024,
  cells: 512,
  /** Rows among which the heading row is sought. */
  headingRows: 50,
  /** Patients of FHIR files, kept while their doses are read. */
  patients: 1_000_000,
  /** An XLSX file as it lies on disk, and its sheet and shared texts when unpacked. */
  workbookBytes: 512 * 1024 * 1024,
  sheetBytes: 2 * 1024 * 1024 * 1024,
  sharedTextBytes: 256 * 1024 * 1024,
}
