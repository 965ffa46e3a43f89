import { TCVN3, VNI_PAIRS, VNI_SIGNS } from '../../../src/core/report/legacy/tables';

const tcvn3 = new Map([...TCVN3].filter(([sign]) => sign !== '\u2212').map(([sign, letter]) => [letter, sign]));
const vni = new Map([...VNI_PAIRS, ...VNI_SIGNS].map(([written, letter]) => [letter, written]));

/** A Unicode text as a TCVN3 font needs it; capitals with a tone mark have no sign of their own and come out small. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter).join('');
}

/** A Unicode text as a VNI font needs it. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => vni.get(letter) ?? vni.get(letter.toLowerCase())?.toUpperCase() ?? letter).join('');
}

/** Base letters in one piece, tones behind them: what code page 1258 makes of a text. */
export function toCp1258(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const apart = letter.normalize('NFD');
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? '';
      return apart.replace(tone, '').normalize('NFC') + tone;
    })
    .join('');
}
