import { addressOf } from '../address';
import type { CatalogueIndex } from '../catalogue/types';
import { TIMELINESS_SIGNS } from '../deadlines/signs';
import type { Submission, Timeliness } from '../deadlines/types';
import { comparePeriods, type Period } from '../period';
import type { CellWrite } from './diff';
import { FACT } from './fact-table';
import { NAMES, TABLES } from './names';
import type { ConditionalFormatPlan, StyledArea } from './plan';
import { SUBMISSION } from './submission-table';
import { textOf, type TablePart, type TableSpec } from './table';
import { OWES_WORDS, TIMELINESS_WORDS } from './words';

/** One unit with its months side by side. */
export interface MatrixRow {
  readonly unit: string;
  readonly owes: Submission['owes'];
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
export const monthHeader = (month: number): string => `Tháng ${month}`;
const column = (header: string): string => `${TABLES.submissions}[${header}]`;
const ofYear = `${column(FACT.year)},${NAMES.year}`;

/** Rows above the heading: title, legend, and the counts of each month. */
const COUNTS: readonly { readonly title: string; readonly criteria: string }[] = [
  { title: SUBMISSION.owes, criteria: `${column(SUBMISSION.owes)},"<>${OWES_WORDS.nothing}"` },
  ...(['onTimeClean', 'onTimeWithErrors', 'late', 'missing', 'receivedUnknownDate'] as const).map((state) => ({
    title: `${TIMELINESS_SIGNS[state]} ${TIMELINESS_WORDS[state]}`, criteria: `${column(SUBMISSION.state)},"${TIMELINESS_WORDS[state]}"`,
  })),
];
const TITLE_ROWS = 2;

/** So many rows stand above the heading of the matrix. */
export const MATRIX_HEAD = TITLE_ROWS + COUNTS.length;
/** Rows that the colours reach: room for units to come. */
const ROOM = 150;

export const MATRIX = { unit: FACT.unit, run: 'Số tháng trễ liên tiếp' } as const;

/** The month's sign and word, looked up by unit, year and month; nothing where nobody was asked for a report. */
const stateFormula = (month: number): string =>
  `=IFERROR(INDEX(${column(SUBMISSION.mark)},MATCH([@[${MATRIX.unit}]]&"|"&${NAMES.year}&"|${month}",${column(SUBMISSION.key)},0)),"")`;

const unitRows = `${column(FACT.unit)},[@[${MATRIX.unit}]],${ofYear},${column(FACT.month)},"<="&${NAMES.month}`;
/** Late or missing months after the last one that was neither, up to the report month. */
const RUN_FORMULA = `=COUNTIFS(${unitRows},${column(SUBMISSION.behind)},1,${column(FACT.month)},">"&MAXIFS(${column(FACT.month)},${unitRows},${column(SUBMISSION.behind)},0))`;

/** MaTranNop: one row a unit, one column a month of the year that the workbook reports. */
export function matrixTable(index: CatalogueIndex): TableSpec<MatrixRow> {
  return {
    name: TABLES.submissionMatrix,
    columns: [
      { header: MATRIX.unit, width: 9, cell: (row) => row.unit },
      { header: 'Đơn vị', width: 30, cell: (row) => index.unit(row.unit)?.short ?? row.unit },
      { header: SUBMISSION.owes, width: 10, cell: (row) => OWES_WORDS[row.owes] },
      ...MONTHS.map((month) => ({ header: monthHeader(month), width: 12, cell: () => ({ formula: stateFormula(month) }) })),
      { header: MATRIX.run, width: 10, cell: () => ({ formula: RUN_FORMULA }) },
    ],
    keyHeaders: [MATRIX.unit],
    keyOf: (row) => row.unit,
    keyOfStored: (stored) => textOf(stored.at(MATRIX.unit)) || null,
  };
}

/** The units of the report month's year, those with figures first; what a unit owes is what it owed last. */
export function matrixRows(submissions: readonly Submission[], period: Period): readonly MatrixRow[] {
  const owes = new Map<string, Submission['owes']>();
  const ofTheYear = submissions.filter((row) => row.period.year === period.year).sort((a, b) => comparePeriods(a.period, b.period));
  for (const row of ofTheYear) owes.set(row.unit, row.owes);
  const rank: Readonly<Record<Submission['owes'], number>> = { figures: 0, words: 1, nothing: 2 };
  return [...owes].map(([unit, owed]): MatrixRow => ({ unit, owes: owed })).sort((a, b) => rank[a.owes] - rank[b.owes] || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}

const LEGEND_STATES: readonly Timeliness[] = ['onTimeClean', 'onTimeWithErrors', 'late', 'missing', 'notYetDue', 'receivedUnknownDate', 'notTracked'];
const LEGEND = LEGEND_STATES.map((state) => `${TIMELINESS_SIGNS[state]} ${TIMELINESS_WORDS[state]}`).join('   ');

/** Title, legend and counts above a matrix that stands at `part`; `monthColumn` gives the column of a month. */
export function matrixHead(part: TablePart, monthColumn: (month: number) => number | null): readonly CellWrite[] {
  const top = part.area.top - MATRIX_HEAD;
  const { left } = part.area;
  if (top < 0) return [];
  const title = `="THEO DÕI NỘP BÁO CÁO NĂM "&${NAMES.year}`;
  return [
    { row: top, column: left, value: { formula: title } },
    { row: top + 1, column: left, value: LEGEND },
    ...COUNTS.flatMap(({ title: heading, criteria }, n): CellWrite[] => {
      const row = top + TITLE_ROWS + n;
      return [
        { row, column: left + 1, value: heading },
        ...MONTHS.flatMap((month): CellWrite[] => {
          const at = monthColumn(month);
          return at === null ? [] : [{ row, column: at, value: { formula: `=COUNTIFS(${ofYear},${column(FACT.month)},${month},${criteria})` } }];
        }),
      ];
    }),
  ];
}

/** Formats of the head and the matrix, for one that is new. */
export function matrixStyles(part: TablePart): readonly StyledArea[] {
  const { top, left, bottom, right } = part.area;
  const head = top - MATRIX_HEAD;
  return [
    ...(head < 0 ? [] : [
      { area: { top: head, bottom: head, left, right: left }, style: { bold: true, fontSize: 13 } },
      { area: { top: head + 1, bottom: head + 1, left, right: left }, style: { italic: true, fontColor: '#444444' } },
      { area: { top: head + TITLE_ROWS, bottom: top - 1, left: left + 1, right: left + 1 }, style: { horizontal: 'right' as const } },
      // A month without any report counts nothing, and says nothing.
      { area: { top: head + TITLE_ROWS, bottom: top - 1, left: left + 3, right: right - 1 }, style: { horizontal: 'center' as const, numberFormat: '0;-0;;@' } },
    ]),
    { area: { top: top + 1, bottom, left: left + 2, right }, style: { horizontal: 'center' } },
    { area: { top, bottom, left, right }, style: { border: { edges: 'all', style: 'thin', color: '#BFBFBF' } } },
  ];
}

/** Told by it, the add-in's own conditional formats can be found among the analyst's. */
const MARKER = 'N("chitieu:trangthai")=0';

/** Light fills with dark text of one hue, as in the table of indicators: told apart without red against green, and by the sign in grey print. */
const COLOURS: { readonly [S in Exclude<Timeliness, 'notTracked'>]: { readonly fill: string; readonly fontColor: string; readonly bold?: boolean } } = {
  onTimeClean: { fill: '#E3F1EC', fontColor: '#0F5A43' },
  onTimeWithErrors: { fill: '#FFF1C9', fontColor: '#6B4E00' },
  late: { fill: '#FADBC8', fontColor: '#7A2E00' },
  missing: { fill: '#E9DDF0', fontColor: '#4F2469', bold: true },
  receivedUnknownDate: { fill: '#D6E9F8', fontColor: '#0B4A78' },
  notYetDue: { fill: '#F3F3F3', fontColor: '#555555' },
};
const COLOURED = ['onTimeClean', 'onTimeWithErrors', 'late', 'missing', 'receivedUnknownDate', 'notYetDue'] as const;

/** One conditional format a state, on the months of the matrix. */
export function matrixFormats(part: TablePart, monthColumn: (month: number) => number | null): readonly ConditionalFormatPlan[] {
  const [left, right] = [monthColumn(1), monthColumn(12)];
  if (left === null || right === null) return [];
  const area = { top: part.area.top + 1, bottom: part.area.top + ROOM, left, right };
  const first = addressOf(area.top, left);
  return COLOURED.map((state) => ({ area, formula: `=AND(LEFT(${first},1)="${TIMELINESS_SIGNS[state]}",${MARKER})`, ...COLOURS[state], stopIfTrue: true }));
}
