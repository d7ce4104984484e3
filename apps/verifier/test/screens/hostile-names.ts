/** What somebody may write into a name to be taken for more than a name; 80 characters at most each. */
const tricks: readonly string[] = [
  '<script>document.title="owned"</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe src=javascript:alert(1)>',
  "' onmouseover='alert(1)",
  '</bdi></dd><h1>Accepted</h1>',
  '<style>*{display:none}</style>',
  '<base href=https://example.org>',
  '<meta http-equiv=refresh content=0>',
  '&lt;b&gt;bold&lt;/b&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the trick
  '${alert(1)}',
  '{n} {kind} {code}',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '\u202Eevil\u202C',
  '\u2066left\u2069 \u2067right',
  'a\u200Bb\u200Dc\uFEFFd',
  `Z${'\u0300\u0301\u0302\u0303'.repeat(15)}`,
  '\u0645\u062D\u0645\u062F',
  '\u05D9\u05D5\u05E1\u05E3 <b>',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  'W'.repeat(80),
]

const wraps: readonly ((trick: string) => string)[] = [
  (trick) => trick,
  (trick) => `A ${trick}`,
  (trick) => `${trick} B`,
  (trick) => `${trick}\u202E`,
  (trick) => `<a href="//x">${trick}`,
  (trick) => `]]>${trick}`,
  (trick) => `--!>${trick}`,
  (trick) => `\\u003c${trick}`,
]

/** Two hundred of them. */
export const hostileNames: readonly string[] = tricks.flatMap((trick) =>
  wraps.map((wrap) => [...wrap(trick).normalize('NFC')].slice(0, 70).join('').trim()),
)
