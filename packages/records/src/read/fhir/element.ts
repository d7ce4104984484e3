/** A FHIR element as it came: nothing in it is believed to have its right type. */
export type Element = Readonly<Record<string, unknown>>

export function elementOf(value: unknown): Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Element) : {}
}

/** A member that repeats. A single one without its array is taken too. */
export function elementsOf(value: unknown): readonly Element[] {
  return Array.isArray(value) ? value.map(elementOf) : [elementOf(value)]
}

/** A text, or a number as its digits; '' where there is neither. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isSafeInteger(value) ? `${value}` : ''
}

/** The first of them that says something. */
export function firstText(...values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text !== '') ?? ''
}

/** What people call it, or its first coding. */
export function conceptText(value: unknown): string {
  const concept = elementOf(value)
  const [coding = {}] = elementsOf(concept.coding)
  return firstText(concept.text, coding.display, coding.code)
}

/** Code of a concept's first coding. */
export function conceptCode(value: unknown): string {
  return textOf(elementsOf(elementOf(value).coding)[0]?.code)
}
