/** What Vite makes of it: every file that fits the pattern, by its path (vite.dev, Glob Import). */
interface ImportMeta {
  glob<T>(pattern: string, options: { readonly eager: true; readonly import: 'default' }): Readonly<Record<string, T>>
}
