import type { PlantKind } from '../dirt/plant.ts'
import { birthSlips, daySlips } from './date-slips.ts'
import { dosesOfStrangers, personsOfStrangers } from './dose-slips.ts'
import { harmlessOfPeople, harmlessOfRows } from './harmless.ts'
import { nameSlips } from './name-slips.ts'
import { numberSlips } from './number-slips.ts'

/**
 * Dirt from outside: what vietnam.md §1, §3, §4 and §6 tell of, made by slips of hands, scanners and sheets, without a look
 * at how the rules go about it. Numbers come last: whether a wrong one shows depends on sex and year of birth.
 */
export const strangeOfPeople: readonly PlantKind[] = [
  ...[...birthSlips, ...personsOfStrangers, ...nameSlips, ...numberSlips, ...harmlessOfPeople],
]
export const strangeOfRows: readonly PlantKind[] = [...daySlips, ...dosesOfStrangers, ...harmlessOfRows]
