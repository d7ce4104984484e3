import { type FieldValues, fields } from '@vaxcert/records'
import { csvRow } from '@vaxcert/records/read'

export type DoseCells = Partial<FieldValues>

/** A dose as a cleansing leaves it. */
export function cleanDose(id: string, other: DoseCells = {}): DoseCells {
  return {
    ...{ dose_id: id, person_id: `P-${id}`, id_number: '001185012345', full_name: 'Hoàng Yến Mẫu', sex: 'female' },
    ...{ birth_date: '1985-05-13', phone: '0901234567', product: 'EU/1/20/1528', dose_date: '2021-08-02' },
    ...{ dose_number: '1', country: 'VN', facility: '24001', entry_date: '2021-08-03' },
    ...other,
  }
}

/** Of the people of `cleanDose`: nothing that a command prints may match it. */
export const PERSONAL = /Hoàng|Yến|HOANG|YEN|1985|05-13|001185|0901234/

/** A file of doses, CSV. */
export function table(rows: readonly DoseCells[]): string {
  return csvRow(fields) + rows.map((row) => csvRow(fields.map((field) => row[field] ?? ''))).join('')
}

/** That the identity of each is verified, but for some: identities.csv of a match. */
export function identities(rows: readonly DoseCells[], unverified: readonly string[] = []): string {
  const ids = new Set(rows.map(({ dose_id = '' }) => dose_id))
  for (const id of unverified) ids.delete(id)
  return ['dose_id,verified,edited', ...[...ids].map((id) => `${id},2022-04-01,2022-03-01`), ''].join('\n')
}
