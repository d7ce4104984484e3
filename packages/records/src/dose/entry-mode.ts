import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'

const backlog = /backlog|hoicuu|nhapduoi|nhapbu|nhaplui|bosung|retrospective|paper/

/** Whether a dose was typed in later from paper ("nhập hồi cứu", "nhập đuổi"), as the record says. */
export const isBacklog: (mode: string) => boolean = memo((mode) => mode !== '' && backlog.test(headingKey(mode)))
