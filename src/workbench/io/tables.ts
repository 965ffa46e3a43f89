import type { TableColumnProperties } from '@cj-tech-master/excelts';
import type { TableColumn, TableModel } from '../model/types';
import { cellName, parseRect } from '../model/addresses';
import { fileFormula, shownFormula } from './formulas';
import type { Worksheet } from './library';
import { decode, elements, isTrue, readCriteria, type Element, type RawPart } from './parts';

const TOTALS = ['none', 'average', 'countNums', 'count', 'max', 'min', 'stdDev', 'var', 'sum', 'custom'] as const;

/** The table that a part of the file describes; undefined when its place cannot be read. */
export function readTable({ xml }: RawPart, id: string): TableModel | undefined {
  const root = elements(xml, 'table')[0];
  const range = parseRect(root?.attributes.get('ref') ?? '');
  if (root === undefined || range === null) return undefined;
  const columns = elements(root.content, 'tableColumn').map(readColumn);
  const look = elements(root.content, 'tableStyleInfo')[0]?.attributes ?? new Map<string, string>();
  const buttons = /<(?:\w+:)?autoFilter\b/.test(xml) && [...xml.matchAll(/\bhiddenButton="1"/g)].length < columns.length;
  return {
    id, name: root.attributes.get('displayName') ?? root.attributes.get('name') ?? '', range, columns,
    showHeaders: root.attributes.get('headerRowCount') !== '0', showTotals: Number(root.attributes.get('totalsRowCount') ?? 0) > 0,
    style: look.get('name') ?? null, showBandedRows: isTrue(look.get('showRowStripes')), showBandedColumns: isTrue(look.get('showColumnStripes')),
    highlightFirstColumn: isTrue(look.get('showFirstColumn')), highlightLastColumn: isTrue(look.get('showLastColumn')),
    showFilterButton: buttons, criteria: readCriteria(xml),
  };
}

function readColumn({ attributes, content }: Element, index: number): TableColumn {
  const name = unescape(attributes.get('name') ?? '');
  const label = attributes.get('totalsRowLabel');
  const totals = attributes.get('totalsRowFunction');
  const calculated = elements(content, 'calculatedColumnFormula')[0]?.content;
  const formula = elements(content, 'totalsRowFormula')[0]?.content;
  return {
    id: index + 1, name,
    ...(calculated === undefined ? {} : { calculatedFormula: shownFormula(decode(calculated)) }),
    ...(label === undefined || label === '' ? {} : { totalsLabel: unescape(label) }),
    ...(totals === undefined || totals === 'none' ? {} : { totalsFunction: totals }),
    ...(formula === undefined || totals !== 'custom' ? {} : { totalsFormula: shownFormula(decode(formula)) }),
  };
}

/** Signs that XML cannot hold stand as "_x000a_" in names. */
function unescape(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Adds the tables of a sheet; their cells are written afterwards, over what the library puts there. */
export function writeTables(sheet: Worksheet, tables: readonly TableModel[]): void {
  for (const table of tables) {
    const { range, showHeaders, showTotals } = table;
    const bodyRows = range.lastRow - range.row + 1 - (showHeaders ? 1 : 0) - (showTotals ? 1 : 0);
    sheet.addTable({
      name: table.name, displayName: table.name, ref: cellName(range.row, range.col), headerRow: showHeaders, totalsRow: showTotals,
      style: {
        ...(table.style === null ? {} : { theme: table.style }), showRowStripes: table.showBandedRows, showColumnStripes: table.showBandedColumns,
        showFirstColumn: table.highlightFirstColumn, showLastColumn: table.highlightLastColumn,
      },
      columns: table.columns.map((column): TableColumnProperties => ({
        name: column.name, totalsRowLabel: column.totalsLabel ?? '', totalsRowFunction: TOTALS.find((name) => name === column.totalsFunction) ?? 'none',
        ...(table.showFilterButton ? {} : { filterButton: false }),
        ...(column.totalsFormula === undefined ? {} : { totalsRowFormula: fileFormula(column.totalsFormula, table.name) }),
        ...(column.calculatedFormula === undefined ? {} : { calculatedColumnFormula: fileFormula(column.calculatedFormula, table.name) }),
      })),
      rows: Array.from({ length: Math.max(0, bodyRows) }, () => []),
    });
  }
}
