import type { ChartCorner } from '../model/charts';
import type { SheetModel, WorkbookModel } from '../model/types';
import { chartPicture } from './chartPicture';
import { geometryOf, type Geometry } from './geometry';
import type { PlacedChart } from './grid';

/** Points to CSS pixels. */
const PIXELS = 96 / 72;

/** The charts of a sheet as pictures in their places; kinds that are not drawn here leave their place blank. */
export function picturesOn(model: WorkbookModel, sheet: SheetModel): readonly PlacedChart[] {
  if (sheet.charts.length === 0) return [];
  const geometry = geometryOf(sheet);
  return sheet.charts.flatMap(({ drawing, from, to }): PlacedChart[] => {
    const [a, b] = [pointOf(geometry, from), pointOf(geometry, to)];
    const [width, height] = [b.left - a.left, b.top - a.top];
    if (drawing === null || width < 20 || height < 20) return [];
    return [{ left: a.left, top: a.top, right: b.left, bottom: b.top, element: chartPicture(model, sheet, drawing, width, height) }];
  });
}

function pointOf({ lefts, tops, rows, columns }: Geometry, corner: ChartCorner): { readonly left: number; readonly top: number } {
  return { left: (lefts[Math.min(corner.col, columns)] ?? 0) + corner.right * PIXELS, top: (tops[Math.min(corner.row, rows)] ?? 0) + corner.down * PIXELS };
}
