// npm run rules:make: writes docs/rules.md anew from the catalogue and its words.
import { writeFileSync } from 'node:fs'
import { rulesPage } from './rules-page.ts'

writeFileSync(new URL('../../../docs/rules.md', import.meta.url), rulesPage())
