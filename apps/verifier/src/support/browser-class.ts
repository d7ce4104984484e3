/** What kind of browser and system: enough to repeat a fault, too little to know a device again. */
export interface BrowserClass {
  readonly browser: 'edge' | 'samsung' | 'opera' | 'firefox' | 'chrome' | 'safari' | 'other'
  /** Its main version alone. */
  readonly version: number | undefined
  readonly system: 'android' | 'ios' | 'windows' | 'mac' | 'linux' | 'other'
}

/** In this order: most browsers also call themselves by an older one's name. */
const browsers: readonly (readonly [BrowserClass['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\/(\d{1,4})/],
  ['samsung', /\bSamsungBrowser\/(\d{1,4})/],
  ['opera', /\b(?:OPR|OPT|Opera)\/(\d{1,4})/],
  ['firefox', /\b(?:Firefox|FxiOS)\/(\d{1,4})/],
  ['chrome', /\b(?:Headless)?(?:Chrome|Chromium|CriOS)\/(\d{1,4})/],
  ['safari', /\bVersion\/(\d{1,4})\S* .*\bSafari\//],
]

const systems: readonly (readonly [BrowserClass['system'], RegExp])[] = [
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS/],
  ['linux', /Linux|X11|CrOS/],
]

/** The class that a user agent text tells. */
export function browserClass(userAgent: string): BrowserClass {
  const text = userAgent.slice(0, 512)
  const [browser = 'other', pattern] = browsers.find(([, each]) => each.test(text)) ?? []
  const version = pattern?.exec(text)?.[1]
  const [system = 'other'] = systems.find(([, each]) => each.test(text)) ?? []
  return { browser, version: version === undefined ? undefined : Number(version), system }
}
