import type { Worksheet } from '@cj-tech-master/excelts';
import { parseRect, rectName } from '../model/addresses';
import type { PageLayoutModel, ProtectionModel, ProtectionOptions, Rect } from '../model/types';
import { DEFAULT_PROTECTION, defaultPageLayout } from '../model/workbook';
import { POINTS_PER_INCH } from './units';

type PageSetup = Worksheet['pageSetup'];
type SheetProtection = NonNullable<Worksheet['sheetProtection']>;

/** The print set-up of a sheet; inches of the file become points. */
export function readPage(sheet: Worksheet): PageLayoutModel {
  const page = defaultPageLayout();
  // A sheet that was read from a file lacks the parts that the file lacks, whatever the library's types say.
  const pageSetup: Partial<PageSetup> = { ...sheet.pageSetup };
  const headerFooter: Partial<Worksheet['headerFooter']> = { ...sheet.headerFooter };
  const { margins, fitToPage, fitToWidth = 1, fitToHeight = 1, scale = 100, printArea, printTitlesRow, printTitlesColumn } = pageSetup;
  const rows = parseRect(printTitlesRow ?? '');
  const columns = parseRect(printTitlesColumn ?? '');
  return {
    ...page,
    orientation: pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: pageSetup.paperSize ?? page.paperSize,
    zoom: fitToPage === true
      ? { ...(fitToWidth > 0 ? { horizontalFitToPages: fitToWidth } : {}), ...(fitToHeight > 0 ? { verticalFitToPages: fitToHeight } : {}) }
      : { scale: scale > 0 ? scale : 100 },
    margins: margins === undefined ? page.margins : {
      top: points(margins.top), bottom: points(margins.bottom), left: points(margins.left), right: points(margins.right),
      header: points(margins.header), footer: points(margins.footer),
    },
    centerHorizontally: pageSetup.horizontalCentered === true,
    centerVertically: pageSetup.verticalCentered === true,
    printGridlines: pageSetup.showGridLines === true,
    blackAndWhite: pageSetup.blackAndWhite === true,
    printArea: (printArea ?? '').split('&&').flatMap((area): Rect[] => {
      const rect = parseRect(area.replace(/^.*!/, ''));
      return rect === null ? [] : [rect];
    }),
    titleRows: rows === null ? null : { first: rows.row, last: rows.lastRow },
    titleColumns: columns === null ? null : { first: columns.col, last: columns.lastCol },
    header: readSections(headerFooter.oddHeader),
    footer: readSections(headerFooter.oddFooter),
  };
}

const points = (inches: number): number => Math.round(inches * POINTS_PER_INCH * 1e6) / 1e6;

function readSections(text: string | null | undefined): { left: string; center: string; right: string } {
  const sections = { left: '', center: '', right: '' };
  let current: keyof typeof sections = 'center';
  for (const piece of (text ?? '').split(/(&[LCR])/)) {
    if (piece === '&L') current = 'left';
    else if (piece === '&C') current = 'center';
    else if (piece === '&R') current = 'right';
    else sections[current] += piece;
  }
  return sections;
}

function writeSections({ left, center, right }: PageLayoutModel['header']): string | null {
  const text = [['&L', left], ['&C', center], ['&R', right]].map(([mark, part]) => (part === '' ? '' : `${mark}${part}`)).join('');
  return text === '' ? null : text;
}

/** Gives a sheet its print set-up. */
export function writePage(sheet: Worksheet, page: PageLayoutModel): void {
  const { zoom, margins, titleRows, titleColumns } = page;
  const fit = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  const inches = (value: number): number => value / POINTS_PER_INCH;
  const setup: Partial<PageSetup> = {
    orientation: page.orientation === 'Landscape' ? 'landscape' : 'portrait',
    paperSize: page.paperSize,
    fitToPage: fit,
    scale: zoom.scale ?? 100,
    fitToWidth: fit ? (zoom.horizontalFitToPages ?? 0) : 1,
    fitToHeight: fit ? (zoom.verticalFitToPages ?? 0) : 1,
    margins: {
      top: inches(margins.top), bottom: inches(margins.bottom), left: inches(margins.left), right: inches(margins.right),
      header: inches(margins.header), footer: inches(margins.footer),
    },
    horizontalCentered: page.centerHorizontally,
    verticalCentered: page.centerVertically,
    showGridLines: page.printGridlines,
    blackAndWhite: page.blackAndWhite,
    printArea: page.printArea.length === 0 ? undefined : page.printArea.map((rect) => rectName(rect)).join('&&'),
    printTitlesRow: titleRows === null ? undefined : `${titleRows.first + 1}:${titleRows.last + 1}`,
    printTitlesColumn:
      titleColumns === null ? undefined : rectName({ row: 0, col: titleColumns.first, lastRow: 1_048_575, lastCol: titleColumns.last }),
  };
  sheet.pageSetup = { ...sheet.pageSetup, ...setup };
  sheet.headerFooter = { ...sheet.headerFooter, oddHeader: writeSections(page.header), oddFooter: writeSections(page.footer) };
}

/** The protection of a sheet, its password only as the file keeps it. */
export function readProtection(stored: SheetProtection | null | undefined): ProtectionModel {
  if (stored?.sheet !== true) return { protected: false, options: DEFAULT_PROTECTION };
  const options: ProtectionOptions = {
    allowAutoFilter: stored.autoFilter === true, allowDeleteColumns: stored.deleteColumns === true, allowDeleteRows: stored.deleteRows === true,
    allowEditObjects: stored.objects !== false, allowEditScenarios: stored.scenarios !== false, allowFormatCells: stored.formatCells === true,
    allowFormatColumns: stored.formatColumns === true, allowFormatRows: stored.formatRows === true, allowInsertColumns: stored.insertColumns === true,
    allowInsertHyperlinks: stored.insertHyperlinks === true, allowInsertRows: stored.insertRows === true,
    allowPivotTables: stored.pivotTables === true, allowSort: stored.sort === true,
    selectionMode: stored.selectUnlockedCells === false ? 'None' : stored.selectLockedCells === false ? 'Unlocked' : 'Normal',
  };
  const { algorithmName, hashValue, saltValue, spinCount } = stored;
  return {
    protected: true, options,
    ...(hashValue === undefined ? {} : { storedPassword: { algorithmName, hashValue, saltValue, spinCount } }),
  };
}

/** Protects a sheet of the file; a password set in this session is hashed on the way. */
export async function writeProtection(sheet: Worksheet, { protected: isProtected, options, password, storedPassword }: ProtectionModel): Promise<void> {
  sheet.sheetProtection = null;
  if (!isProtected) return;
  if (password !== undefined && password !== '') await sheet.protect(password, {});
  const hash: SheetProtection | null = sheet.sheetProtection;
  const stored = typeof storedPassword === 'object' && storedPassword !== null ? storedPassword : {};
  sheet.sheetProtection = {
    ...stored, ...(hash ?? {}), sheet: true,
    autoFilter: options.allowAutoFilter, deleteColumns: options.allowDeleteColumns, deleteRows: options.allowDeleteRows,
    objects: options.allowEditObjects, scenarios: options.allowEditScenarios, formatCells: options.allowFormatCells,
    formatColumns: options.allowFormatColumns, formatRows: options.allowFormatRows, insertColumns: options.allowInsertColumns,
    insertHyperlinks: options.allowInsertHyperlinks, insertRows: options.allowInsertRows, pivotTables: options.allowPivotTables, sort: options.allowSort,
    selectLockedCells: options.selectionMode === 'Normal', selectUnlockedCells: options.selectionMode !== 'None',
  };
}
