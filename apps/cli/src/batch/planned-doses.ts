import type { PlannedDose } from '@vaxcert/batch/plan'
import { productByName } from '@vaxcert/core'
import type { FieldValues } from '@vaxcert/records'
import { standingAmong } from '@vaxcert/records/confirm'
import type { Io } from '../io.ts'
import type { CheckedConfirmations } from '../records/confirm-verdicts.ts'
import { doseJudge, type JudgedDose } from '../records/dose-judge.ts'
import { doseRows } from '../records/dose-rows.ts'
import type { IdentityOf } from '../records/identities.ts'
import { rowProgress } from '../records/row-progress.ts'

/** What is known of doses beside what they say. */
export interface KnownOfDoses {
  /** The system that names them. */
  readonly source: string
  readonly checked: CheckedConfirmations
  readonly identityOf: IdentityOf
  readonly at: Date
}

/** Doses of a cleansed file as they come to planning, each judged as `vaxcert confirm check` judges it. */
export async function* plannedDoses(path: string, known: KnownOfDoses, io: Io): AsyncGenerator<PlannedDose> {
  const judge = plannedDoseJudge(known)
  const progress = rowProgress(io.stderr, 'read')
  let rows = 0
  for await (const values of doseRows(path, io)) {
    yield judge(values, known.source, known.at)
    rows += 1
    progress(rows)
  }
  progress()
}

/** The same for doses that come one by one. */
export function plannedDoseJudge({
  checked: { files, right },
  identityOf,
}: Pick<KnownOfDoses, 'checked' | 'identityOf'>): (
  values: Readonly<FieldValues>,
  source: string,
  at: Date,
) => PlannedDose {
  const prints = right.map((verdict) => files.find((file) => file.verdict === verdict)?.print ?? '')
  const standing = standingAmong(right)
  return (values, source, at) => plannedDose(values, doseJudge(standing, identityOf, at)(values), prints, source)
}

function plannedDose(
  values: Readonly<FieldValues>,
  { found, identity, isAbroad, code }: JudgedDose,
  prints: readonly string[],
  source: string,
): PlannedDose {
  const place = found.each.find(([, standing]) => standing === 'confirmed')?.[0]
  const confirmation = place === undefined ? undefined : prints[place]
  return {
    source,
    doseId: values.dose_id,
    personId: values.person_id,
    facility: values.facility,
    entered: values.entry_date,
    person: { name: { fullName: values.full_name }, birthDate: values.birth_date },
    dose: {
      product: productByName(values.product)?.mp ?? values.product,
      date: values.dose_date,
      country: values.country,
    },
    ...(/^\d$/.test(values.dose_number) && { number: Number(values.dose_number) }),
    identity,
    ...(confirmation !== undefined && { confirmation }),
    ...(isAbroad && { isShown: true }),
    ...(code !== undefined && { refused: code }),
  }
}
