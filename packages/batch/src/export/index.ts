export {
  compareExport,
  type ExportCode,
  type ExportFinding,
  type ExportReport,
  type GivenCertificate,
  type GivenName,
} from './compare-export.ts'
export { type ExportUnit, exportUnits } from './export-units.ts'
export { type ReleasedCertificate, releasedCertificates } from './released-certificates.ts'
