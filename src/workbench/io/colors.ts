import type { Color } from '@cj-tech-master/excelts';

/** "#RRGGBB" of a colour of the file; undefined when it names none ("automatic"). */
export type ReadColor = (color: Partial<Color> | undefined) => string | undefined;

/** Office's own theme, for files that bring none: light, dark, light 2, dark 2, six accents, two for links. */
const OFFICE_THEME = [
  'FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72',
];

/** The 64 colours of old files, from number 8; the first eight say the same as 8 to 15. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Reads colours by the theme of one file, given as its XML when it has one. */
export function createColorReader(themeXml: string | undefined): ReadColor {
  const theme = themeXml === undefined ? OFFICE_THEME : themeColors(themeXml);
  return (color) => {
    if (color === undefined) return undefined;
    if (color.argb !== undefined) return `#${color.argb.slice(-6).toUpperCase()}`;
    const tint = numberOf(color, 'tint') ?? 0;
    const base = color.theme === undefined ? indexedColor(numberOf(color, 'indexed')) : theme[color.theme];
    return base === undefined ? undefined : `#${tinted(base, tint)}`;
  };
}

/** The colour as files write it. */
export function fileColor(color: string): { argb: string } {
  return { argb: `FF${color.replace('#', '').toUpperCase()}` };
}

function numberOf(color: object, key: string): number | undefined {
  const value: unknown = Object.entries(color).find(([name]) => name === key)?.[1];
  return value === undefined ? undefined : Number(value);
}

function indexedColor(index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  return INDEXED[index < 8 ? index : index - 8];
}

function themeColors(xml: string): readonly string[] {
  const scheme = /<a:clrScheme[\s\S]*?<\/a:clrScheme>/.exec(xml)?.[0] ?? '';
  return ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map(
    (name, index) => {
      const entry = new RegExp(`<a:${name}>[\\s\\S]*?</a:${name}>`).exec(scheme)?.[0] ?? '';
      return /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(entry)?.[1] ?? OFFICE_THEME[index] ?? '000000';
    },
  );
}

/** Lightens (0 to 1) or darkens (−1 to 0) by the lightness of hue-lightness-saturation, as Office does. */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex.toUpperCase();
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const rgb = [red ?? 0, green ?? 0, blue ?? 0];
  const [max, min] = [Math.max(...rgb), Math.min(...rgb)];
  const lightness = (max + min) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = max - min;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1));
  const newChroma = saturation * (1 - Math.abs(2 * target - 1));
  return rgb
    .map((part) => {
      const share = chroma === 0 ? 0.5 : (part - min) / chroma;
      return Math.round((target - newChroma / 2 + share * newChroma) * 255).toString(16).padStart(2, '0');
    })
    .join('')
    .toUpperCase();
}
