declare const isMarkup: unique symbol

/** HTML whose texts are escaped. */
export type Markup = string & { readonly [isMarkup]: true }

const escapes: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

/** Characters that turn the order of what is read, and controls, which no name has. */
const steering = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/** Any text as it may stand in an element or a quoted attribute. */
export function text(value: string): Markup {
  return value.replace(steering, '\ufffd').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '') as Markup
}

/** Markup with values between: markup stands as it is, texts and numbers are escaped, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly (Markup | readonly Markup[] | number)[]): Markup {
  const inner = values.map((value) => (Array.isArray(value) ? value.join('') : `${value}`))
  return parts.map((part, at) => part + (inner[at] ?? '')).join('') as Markup
}

export const nothing: Markup = '' as Markup
