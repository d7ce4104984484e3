import type { RuleResult } from './rule-result.ts'

/**
 * What a rule demands, in the first of these languages ("vi-VN", "vi") that it is described in, with or without the
 * region; else in English, else in any.
 */
export function ruleDescription(
  { descriptions }: Pick<RuleResult, 'descriptions'>,
  languages: readonly string[],
): string {
  const wanted = languages.map((language) => language.toLowerCase())
  for (const language of [...wanted.flatMap((tag) => [tag, tag.split('-')[0] ?? tag]), 'en']) {
    const text = descriptions.get(language)
    if (text !== undefined) return text
  }
  const [any = ''] = descriptions.values()
  return any
}
