import { encodeVni } from './vni.ts'

/** Letterings of old fonts and of bytes taken for Windows-1252 (vietnam.md §4.3). */
export type LegacyLettering = 'tcvn3' | 'vni' | 'cp1258-as-1252' | 'utf8-as-1252'

/** A text as it shows where its lettering is taken for Windows-1252. */
export function encodeLegacy(text: string, lettering: LegacyLettering): string {
  return encoders[lettering](text.normalize('NFC'))
}

const encoders: Readonly<Record<LegacyLettering, (text: string) => string>> = {
  tcvn3: (text) => [...text].map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter).join(''),
  vni: encodeVni,
  'cp1258-as-1252': encode1258,
  'utf8-as-1252': encodeUtf8,
}

const tcvn3 = pairsOf(
  'àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ' +
    'ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u00ad ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ đ® Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§',
)
const letters1258 = pairsOf('ăã ĂÃ ĐÐ đð ơõ ƠÕ ưý ƯÝ')
const tones1258 = pairsOf('\u0300Ì \u0309Ò \u0303Þ \u0301ì \u0323ò')

function pairsOf(line: string): ReadonlyMap<string, string> {
  return new Map(line.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]))
}

/** The letter, then its tone as a letter of its own. */
function encode1258(text: string): string {
  const apart = text
    .normalize('NFD')
    .replace(/([aeouAEOU])([\u0300\u0301\u0303\u0309\u0323]*)([\u0302\u0306\u031b])/g, '$1$3$2')
  const joined = apart.replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (pair) => pair.normalize('NFC'))
  return [...joined].map((sign) => letters1258.get(sign) ?? tones1258.get(sign) ?? sign).join('')
}

/** What Windows-1252 shows for bytes 0x80 to 0x9f; five of them it leaves as they are. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function encodeUtf8(text: string): string {
  const shown = (byte: number): string =>
    byte > 0x7f && byte < 0xa0 ? upper1252.charAt(byte - 0x80) : String.fromCharCode(byte)
  return [...new TextEncoder().encode(text)].map(shown).join('')
}
