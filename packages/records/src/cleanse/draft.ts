import type { DoseRecord, Field, FieldValues } from '../record.ts'
import type { Context } from './context.ts'
import { type Facts, readFacts } from './facts.ts'
import type { Draft } from './rule.ts'

/** A draft in the hands of the engine: what it says may still be changed. */
export interface OpenDraft extends Draft {
  /** Puts a value in the place of another; the record as received stays as it is. */
  set(field: Field, value: string): void
}

/** Begins the cleansing of a record. Nothing is copied before the first change, and facts are read when first asked for. */
export function openDraft({ place, values: received }: DoseRecord, context: Context): OpenDraft {
  let values: FieldValues | undefined
  let facts: Facts | undefined
  return {
    place,
    received,
    get values() {
      return values ?? received
    },
    get facts() {
      facts ??= readFacts(values ?? received, context)
      return facts
    },
    set(field, value) {
      values ??= { ...received }
      values[field] = value
      facts = undefined
    },
  }
}
