import { tokens } from '@fluentui/react-components';
import type { LineChartPoints } from '@fluentui/react-charts';

/** What tells the three lines apart without colour: weight and dashes. The sheet's charts have the same. */
export const LINES = {
  actual: { color: tokens.colorBrandForeground1, width: 2.5, dashes: undefined },
  planned: { color: tokens.colorNeutralForeground2, width: 1.5, dashes: '5 4' },
  lastYear: { color: tokens.colorPaletteDarkOrangeForeground1, width: 1.5, dashes: '1.5 3' },
} as const;
export type LineKey = keyof typeof LINES;
export const LINE_KEYS: readonly LineKey[] = ['planned', 'lastYear', 'actual'];

/** How the library draws a line. */
export function lineOptions(key: LineKey): LineChartPoints['lineOptions'] {
  const { width, dashes } = LINES[key];
  return { strokeWidth: width, strokeLinecap: dashes === undefined ? 'round' : 'butt', lineBorderWidth: 0, curve: 'linear', ...(dashes === undefined ? {} : { strokeDasharray: dashes }) };
}
