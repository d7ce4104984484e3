import type { DoseRecord, Field, FieldValues } from '../record.ts'
import type { Context } from './context.ts'
import { type Facts, isTold, readFacts } from './facts.ts'
import type { Draft } from './rule.ts'

/** A draft in the hands of the engine: what it says may still be changed, by `setValue` only. */
export interface OpenDraft extends Draft {
  values: Readonly<FieldValues>
  facts: Facts
}

/** Begins the cleansing of a record. Its values are copied before the first change, not here. */
export function openDraft({ place, values }: DoseRecord, context: Context): OpenDraft {
  return { place, received: values, values, facts: readFacts(values, context) }
}

/** Puts a value in the place of another; the record as received stays as it is. */
export function setValue(draft: OpenDraft, field: Field, value: string, context: Context): void {
  draft.values = { ...draft.values, [field]: value }
  if (isTold(field)) draft.facts = readFacts(draft.values, context)
}
