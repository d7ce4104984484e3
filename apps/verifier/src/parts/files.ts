export { readFile } from '../inputs/read-file.ts'
