export { Fault } from './fault.ts'
export * from './issue/index.ts'
export * from './verify/index.ts'
