import type { Plugin } from 'vite'

export function precache(): Plugin {
  return { name: 'vaxcert-precache', apply: 'build' }
}
