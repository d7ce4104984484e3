import type { ListsAge } from '@vaxcert/core/trust'
import { agoText } from './format.ts'
import { type Language, sayIn } from './words.ts'

/** How the lists are: the worst that there is to say of them. */
export type ListsState = 'none' | 'fresh' | 'stale' | 'too-old' | 'behind'

export function listsState(age: ListsAge | undefined): ListsState {
  if (age === undefined) return 'none'
  return age.clock === 'behind' ? 'behind' : age.age
}

/** "Lists: fresh, issued 3 hours ago". */
export function listsText(language: Language, age: ListsAge | undefined): string {
  if (age === undefined) return sayIn(language, 'lists.none')
  const state = sayIn(language, `lists.${listsState(age)}`)
  return sayIn(language, 'lists.state', { state, age: agoText(language, age.seconds) })
}
