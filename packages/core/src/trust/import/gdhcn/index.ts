export { readGdhcn } from './read-gdhcn.ts'
