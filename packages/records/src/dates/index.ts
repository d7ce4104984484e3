export type { CalendarDate, DateForm, DateOrder, YearSpan } from './calendar-date.ts'
export { ageOn, dayOf, daysBetween, isAfter, isoOfDay } from './days.ts'
export { dayOfSerial, type SheetEpoch } from './machine-date.ts'
export { readDate } from './read-date.ts'
