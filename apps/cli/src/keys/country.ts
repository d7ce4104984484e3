import { codeStatus } from '@vaxcert/core/dcc'

/** Whether the text is the code of a country, two capital letters (ISO 3166-1 alpha-2). */
export function isCountry(text: string): boolean {
  return codeStatus('country-2-codes', text) === 'active'
}
