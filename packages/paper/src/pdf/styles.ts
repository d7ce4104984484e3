import type { Style } from './pen.ts'

const GREY = 0.36

type StyleName =
  | 'state'
  | 'stateEn'
  | 'title'
  | 'titleEn'
  | 'subtitle'
  | 'heading'
  | 'headingEn'
  | 'caption'
  | 'captionEn'
  | 'notice'
  | 'noticeEn'
  | 'label'
  | 'labelEn'
  | 'rowNumber'
  | 'value'
  | 'valueEn'
  | 'name'
  | 'uvci'
  | 'footer'

/** Every style of the page. Vietnamese stands first and black, English below it and grey. */
export const styles: Readonly<Record<StyleName, Style>> = {
  state: { weight: 'bold', size: 8.6 },
  stateEn: { weight: 'regular', size: 7, grey: GREY },
  title: { weight: 'bold', size: 25 },
  titleEn: { weight: 'regular', size: 13, grey: GREY },
  subtitle: { weight: 'bold', size: 9.5 },
  heading: { weight: 'bold', size: 11 },
  headingEn: { weight: 'regular', size: 8, grey: GREY },
  caption: { weight: 'bold', size: 8.2 },
  captionEn: { weight: 'regular', size: 7.2, grey: GREY },
  notice: { weight: 'regular', size: 7.8 },
  noticeEn: { weight: 'regular', size: 7, grey: GREY },
  label: { weight: 'regular', size: 8.6 },
  labelEn: { weight: 'regular', size: 7, grey: GREY },
  rowNumber: { weight: 'regular', size: 7, grey: GREY },
  value: { weight: 'bold', size: 9.8 },
  valueEn: { weight: 'regular', size: 7.2, grey: GREY },
  name: { weight: 'bold', size: 13 },
  uvci: { weight: 'bold', size: 9 },
  footer: { weight: 'regular', size: 6.4, grey: GREY },
}
