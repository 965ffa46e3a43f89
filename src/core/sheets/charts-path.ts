import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { ASSIGNMENT, DENOMINATOR } from './catalogue-columns';
import { CHART_COLOURS as C, MONTHS, absolute, cellsOf, helperStyles, type ChartPart } from './charts-look';
import type { SummaryRange } from './charts-progress';
import type { CellWrite } from './diff';
import { FACT } from './fact-table';
import { NAMES, TABLES } from './names';
import { SCENARIO } from './path-columns';
import { followsPast, followsScenario, hasPath, medianShare } from './path-formulas';
import type { SummaryKey } from './summary-columns';
import { ROLE_WORDS } from './words';

/**
 * The year of one indicator, month by month: what was reported, what was planned, the same months of last year. The
 * indicator is chosen in a cell; twelve rows of formulas over SoLieu follow it. A month is made of that month's own
 * figures, by the rules of Tổng hợp; the month of Tổng hợp's figure shows that figure itself.
 */

/** How a month's figures make one. */
type Method = 'cộng' | 'tỷ lệ' | 'tỷ lệ gộp' | 'mức giảm' | 'tăng' | 'phần';
/** How the plan is spread over the months. */
type Spread = 'theo tháng' | 'đều' | 'từ đầu năm' | 'giữ nguyên' | 'không';

interface ListRow {
  readonly indicator: Indicator;
  readonly label: string;
  /** Whose facts: of a derived indicator, those it follows from. */
  readonly source: Indicator;
  readonly method: Method;
  readonly spread: Spread;
}

const byRatio = ({ aggregation, kind }: Indicator): boolean => aggregation === 'ratio' || kind === 'rate' || kind === 'cohort' || (kind === 'change' && aggregation !== 'lead');

function methodOf(indicator: Indicator, source: Indicator): Method | null {
  if (indicator.derivation) return byRatio(source) ? null : indicator.derivation.method === 'growth' ? 'tăng' : 'phần';
  if (!byRatio(indicator)) return 'cộng';
  if (indicator.kind === 'change' && indicator.baseline !== null) return 'mức giảm';
  return indicator.aggregation === 'ratio' ? 'tỷ lệ gộp' : 'tỷ lệ';
}

function spreadOf(indicator: Indicator): Spread {
  if (indicator.target?.kind !== 'number' || !hasPath(indicator)) return 'không';
  switch (indicator.kind) {
    case 'flow':
      return 'theo tháng';
    case 'cohort':
      return 'đều';
    case 'stock':
      return 'từ đầu năm';
    case 'rate':
    case 'growth':
    case 'change':
      return 'giữ nguyên';
    case 'milestone':
      return 'không';
  }
}

/** The indicators that can be chosen: those with figures, in the catalogue's order. */
export function pathRows(index: CatalogueIndex, indicators: readonly Indicator[]): readonly ListRow[] {
  return indicators.flatMap((indicator): ListRow[] => {
    const source = indicator.derivation ? index.indicator(indicator.derivation.of) : indicator;
    const method = source === null || indicator.kind === 'milestone' || indicator.target?.kind === 'date' ? null : methodOf(indicator, source);
    return source === null || method === null ? [] : [{ indicator, label: `${indicator.code} · ${indicator.short}`, source, method, spread: spreadOf(indicator) }];
  });
}

const LIST = ['Chọn', 'Mã', 'Nguồn', 'Cách tính', 'Hệ số', 'Số lẻ', 'Gốc', 'Chia cho', 'Đường kế hoạch', 'Có cùng kỳ', 'Theo kịch bản', 'Theo các năm'] as const;
/** What is known of the chosen one, one below the other. */
const CHOSEN = ['Vị trí', 'Mã', 'Nguồn', 'Cách tính', 'Hệ số', 'Số lẻ', 'Gốc', 'Chia cho', 'Đường kế hoạch', 'Có cùng kỳ', 'Theo kịch bản', 'Theo các năm', 'Dòng', 'Kế hoạch năm', 'Lũy kế', 'Tháng của số liệu', 'Kỳ vọng đến nay', 'ĐVT', 'Đơn vị phải có'] as const;
type ChosenKey = (typeof CHOSEN)[number];
const MONTH = ['Tháng', 'Nhãn', 'Số đơn vị', 'Lũy kế', 'Có lũy kế', 'Tử số', 'Có tử số', 'Mẫu số', 'Cùng kỳ', 'Có cùng kỳ', 'Tổng thể', 'Tháng kịch bản', 'Tỷ trọng', 'Giá trị', 'Thực hiện', 'Chưa đủ đơn vị', 'Kế hoạch', 'Kỳ vọng', 'Cùng kỳ năm trước'] as const;
type MonthKey = (typeof MONTH)[number];

const LIST_AT = 0;
const CHOSEN_AT = LIST.length + 1;
const MONTH_AT = CHOSEN_AT + 3;
export const PATH_WIDTH = MONTH_AT + MONTH.length;

interface PathInput {
  readonly rows: readonly ListRow[];
  readonly summary: SummaryRange;
  /** The cell in which the indicator is chosen, and the indicator to begin with. */
  readonly choice: { readonly row: number; readonly column: number };
  readonly first: string;
  readonly place: ChartPart['chart']['place'];
  readonly origin: { readonly row: number; readonly column: number };
}

export function pathChart({ rows, summary, choice, first, place, origin }: PathInput): ChartPart {
  const top = origin.row + 1;
  const listArea = (n: number) => cellsOf(top, origin.column + LIST_AT + n, top + rows.length - 1);
  const chosen = (key: ChosenKey): string => absolute(cellsOf(top + CHOSEN.indexOf(key), origin.column + CHOSEN_AT + 1));
  const monthArea = (key: MonthKey) => cellsOf(top, origin.column + MONTH_AT + MONTH.indexOf(key), top + MONTHS.length - 1);
  const begin = rows.find(({ indicator }) => indicator.code === first) ?? rows[0];
  const heading = (titles: readonly string[], left: number): CellWrite[] => titles.map((value, n) => ({ row: origin.row, column: origin.column + left + n, value }));
  const picked = absolute(cellsOf(choice.row, choice.column));
  const title = { row: origin.row - 1, column: origin.column };
  const line = (color: string, weight: number, style: 'solid' | 'dash' | 'dot') => ({ color, weight, style });
  const series = (key: MonthKey, name: string, look: ChartPart['chart']['series'][number]['look']) => ({ name, categories: monthArea('Nhãn'), values: monthArea(key), look });
  return {
    writes: [
      { ...choice, value: begin?.label ?? '' },
      { ...title, value: { formula: `=IF(${chosen('Vị trí')}=0,"Chọn một chỉ tiêu",${picked}&IF(${chosen('ĐVT')}="",""," ("&${chosen('ĐVT')}&")")&", năm "&${NAMES.year})` } },
      ...heading(LIST, LIST_AT),
      ...heading(['Đang chọn', ''], CHOSEN_AT),
      ...heading(MONTH, MONTH_AT),
      ...rows.flatMap((row, n) => listWrites(row, top + n, origin.column + LIST_AT)),
      ...CHOSEN.flatMap((key, n): CellWrite[] => [
        { row: top + n, column: origin.column + CHOSEN_AT, value: key },
        { row: top + n, column: origin.column + CHOSEN_AT + 1, value: { formula: `=${chosenFormula(key, n, { chosen, picked, list: (at) => absolute(listArea(at)), summary })}` } },
      ]),
      ...MONTHS.flatMap((month, n) => monthWrites(month, top + n, origin.column + MONTH_AT, chosen)),
    ],
    styles: [
      ...helperStyles(cellsOf(origin.row, origin.column, origin.row, origin.column + LIST.length - 1), cellsOf(top, origin.column, top + rows.length - 1, origin.column + LIST.length - 1), 'General'),
      ...helperStyles(cellsOf(origin.row, origin.column + CHOSEN_AT, origin.row, origin.column + CHOSEN_AT + 1), cellsOf(top, origin.column + CHOSEN_AT, top + CHOSEN.length - 1, origin.column + CHOSEN_AT + 1), 'General'),
      ...helperStyles(cellsOf(origin.row, origin.column + MONTH_AT, origin.row, origin.column + PATH_WIDTH - 1), cellsOf(top, origin.column + MONTH_AT, top + MONTHS.length - 1, origin.column + PATH_WIDTH - 1), '#,##0.00'),
    ],
    validations: [
      {
        area: cellsOf(choice.row, choice.column), rule: { kind: 'listIn', area: listArea(0) },
        prompt: { title: 'Chỉ tiêu', message: 'Chọn một chỉ tiêu trong danh sách: hình bên dưới vẽ theo chỉ tiêu đó.' },
        error: { title: 'Chỉ tiêu', message: 'Chọn một chỉ tiêu trong danh sách.' },
      },
    ],
    chart: {
      name: 'CT_DienBien', type: 'lines', title, place, seed: monthArea('Tháng'),
      series: [
        // A halo round the point below it.
        series('Chưa đủ đơn vị', 'Chưa đủ đơn vị báo cáo', { line: null, marker: { style: 'circle', size: 13, fill: C.paleBlue, edge: C.blue } }),
        series('Thực hiện', 'Thực hiện (lũy kế)', { line: line(C.blue, 2.25, 'solid'), marker: { style: 'circle', size: 7, fill: C.blue, edge: C.blue } }),
        series('Kế hoạch', 'Kế hoạch theo tháng', { line: line(C.grey, 1.5, 'dash') }),
        series('Cùng kỳ năm trước', 'Cùng kỳ năm trước', { line: line(C.rustDark, 1.5, 'dot'), marker: { style: 'triangle', size: 6, fill: C.white, edge: C.rustDark } }),
        series('Kỳ vọng', 'Kỳ vọng đến nay', { line: null, marker: { style: 'x', size: 9, fill: C.black, edge: C.black } }),
      ],
      valueAxis: { title: '', numberFormat: '#,##0.##' },
    },
  };
}

function listWrites({ indicator, label, source, method, spread }: ListRow, row: number, left: number): CellWrite[] {
  const { derivation, aggregation } = indicator;
  const lead = indicator.aggregation === 'lead' || (derivation !== null && source.aggregation === 'lead');
  // A lead's figure stays as it is; sums are freed of binary noise.
  const digits = lead ? 12 : source.decimals + 2;
  const cells = [
    label, indicator.code, source.code, method, indicator.scale, digits, indicator.baseline, derivation?.method === 'share' ? derivation.denominator : null, spread,
    derivation === null && aggregation !== 'ratio' ? 1 : 0, followsScenario(indicator) ? 1 : 0, followsPast(indicator) ? 1 : 0,
  ];
  return cells.map((value, n) => ({ row, column: left + n, value }));
}

interface ChosenContext {
  readonly chosen: (key: ChosenKey) => string;
  readonly picked: string;
  readonly list: (column: number) => string;
  readonly summary: SummaryRange;
}

const FROM_SUMMARY: Readonly<Partial<Record<ChosenKey, SummaryKey>>> = { 'Kế hoạch năm': 'plan', 'Lũy kế': 'cumulative', 'Tháng của số liệu': 'asOf', 'Kỳ vọng đến nay': 'expected', ĐVT: 'unit' };

function chosenFormula(key: ChosenKey, n: number, { chosen, picked, list, summary }: ChosenContext): string {
  if (key === 'Vị trí') return `IFERROR(MATCH(${picked},${list(0)},0),0)`;
  if (key === 'Dòng') return `IFERROR(MATCH(${chosen('Mã')},${summary('code')},0),0)`;
  if (key === 'Đơn vị phải có') {
    return `COUNTIFS(${TABLES.assignments}[${ASSIGNMENT.indicator}],${chosen('Nguồn')},${TABLES.assignments}[${ASSIGNMENT.role}],"<>${ROLE_WORDS.check}")`;
  }
  const from = FROM_SUMMARY[key];
  const source = from ? `INDEX(${summary(from)},${chosen('Dòng')})` : `INDEX(${list(n)},${chosen('Vị trí')})`;
  // INDEX answers 0 for a blank cell.
  return `IF(${chosen(from ? 'Dòng' : 'Vị trí')}=0,"",IF(${source}="","",${source}))`;
}

const facts = (header: string): string => `${TABLES.facts}[${header}]`;
const scenario = (header: string): string => `${TABLES.scenarios}[${header}]`;
const denominators = (header: string): string => `${TABLES.denominators}[${header}]`;
const ANY_NUMBER = '">-1E+99"';

function monthWrites(month: number, row: number, left: number, chosen: (key: ChosenKey) => string): CellWrite[] {
  const cell = (key: MonthKey): string => absolute(cellsOf(row, left + MONTH.indexOf(key)));
  const m = cell('Tháng');
  const own = `${facts(FACT.indicator)},${chosen('Nguồn')},${facts(FACT.year)},${NAMES.year},${facts(FACT.month)},${m},${facts(FACT.used)},1,${facts(FACT.role)},"<>${ROLE_WORDS.check}"`;
  const some = (body: string): string => `IF(${cell('Số đơn vị')}=0,0,${body})`;
  const sum = (header: string): string => some(`ROUND(SUMIFS(${facts(header)},${own}),${chosen('Số lẻ')})`);
  const count = (header: string): string => some(`COUNTIFS(${own},${facts(header)},${ANY_NUMBER})`);
  const is = (method: Method): string => `${chosen('Cách tính')}="${method}"`;
  const spread = (way: Spread): string => `${chosen('Đường kế hoạch')}="${way}"`;
  const plan = chosen('Kế hoạch năm');
  const base = `N(${chosen('Gốc')})`;
  const cumulative = `IF(${cell('Có lũy kế')}=0,"",${cell('Lũy kế')})`;
  const before = `IF(AND(${m}=12,ISNUMBER(${chosen('Gốc')})),${chosen('Gốc')},IF(${cell('Có cùng kỳ')}<${cell('Có lũy kế')},0,${cell('Cùng kỳ')}))`;
  const ratio = `${cell('Tử số')}/${cell('Mẫu số')}*${chosen('Hệ số')}`;
  const bare = `IF(${is('tỷ lệ')},${cumulative},"")`;
  const value =
    `IF(${is('cộng')},${cumulative},` +
    `IF(${is('tăng')},IF(OR(${cell('Có lũy kế')}=0,${before}=0),"",(${cell('Lũy kế')}/${before}-1)*100),` +
    `IF(${is('phần')},IF(OR(${cell('Có lũy kế')}=0,N(${cell('Tổng thể')})=0),"",${cell('Lũy kế')}/${cell('Tổng thể')}*100),` +
    `IF(AND(${cell('Có tử số')}>0,${cell('Mẫu số')}<>0),IF(${is('mức giảm')},${base}-${ratio},${ratio}),${bare}))))`;
  const planned = `${cell('Tháng kịch bản')}>0`;
  const scenarioValue = `SUMIFS(${scenario(SCENARIO.value)},${scenario(SCENARIO.indicator)},${chosen('Mã')},${scenario(SCENARIO.month)},${cell('Tháng kịch bản')})`;
  const day = `DATE(${NAMES.year},${m}+1,0)`;
  const formulas: Readonly<Record<Exclude<MonthKey, 'Tháng' | 'Nhãn'>, string>> = {
    'Số đơn vị': `IF(OR(${chosen('Vị trí')}=0,${m}>${NAMES.month}),0,COUNTIFS(${own}))`,
    'Lũy kế': sum(FACT.cumulative),
    'Có lũy kế': count(FACT.cumulative),
    'Tử số': sum(FACT.numerator),
    'Có tử số': count(FACT.numerator),
    'Mẫu số': sum(FACT.denominator),
    'Cùng kỳ': sum(FACT.lastYear),
    'Có cùng kỳ': count(FACT.lastYear),
    'Tổng thể':
      `IF(${is('phần')},SUMPRODUCT((${denominators(DENOMINATOR.name)}=${chosen('Chia cho')})*(${denominators(DENOMINATOR.validFrom)}<=${day})*` +
      `(((${denominators(DENOMINATOR.validTo)}="")+(${denominators(DENOMINATOR.validTo)}>=${day}))>0)*${denominators(DENOMINATOR.value)}),"")`,
    'Tháng kịch bản': `IF(N(${chosen('Theo kịch bản')})=1,MAXIFS(${scenario(SCENARIO.month)},${scenario(SCENARIO.indicator)},${chosen('Mã')},${scenario(SCENARIO.month)},"<="&${m},${scenario(SCENARIO.value)},${ANY_NUMBER}),0)`,
    'Tỷ trọng': `IF(N(${chosen('Theo các năm')})=1,${medianShare(chosen('Mã'), m)},"")`,
    'Giá trị': `IF(${cell('Số đơn vị')}=0,"",IF(N(${chosen('Tháng của số liệu')})=${m},${chosen('Lũy kế')},${value}))`,
    'Thực hiện': `IF(ISNUMBER(${cell('Giá trị')}),${cell('Giá trị')},NA())`,
    'Chưa đủ đơn vị': `IF(AND(ISNUMBER(${cell('Giá trị')}),${cell('Số đơn vị')}<${chosen('Đơn vị phải có')}),${cell('Giá trị')},NA())`,
    'Kế hoạch':
      `IF(NOT(ISNUMBER(${plan})),NA(),IF(${spread('theo tháng')},IF(${planned},${scenarioValue},${plan}*IF(ISNUMBER(${cell('Tỷ trọng')}),${cell('Tỷ trọng')},${m}/12)),` +
      `IF(${spread('đều')},${plan}*${m}/12,IF(${spread('từ đầu năm')},${base}+(${plan}-${base})*${m}/12,IF(${spread('giữ nguyên')},IF(${planned},${scenarioValue},${plan}),NA())))))`,
    'Kỳ vọng': `IF(AND(N(${chosen('Tháng của số liệu')})=${m},ISNUMBER(${chosen('Kỳ vọng đến nay')})),${chosen('Kỳ vọng đến nay')},NA())`,
    'Cùng kỳ năm trước': `IF(AND(N(${chosen('Có cùng kỳ')})=1,${cell('Có cùng kỳ')}>0,${cell('Có cùng kỳ')}>=${cell('Có lũy kế')}),${cell('Cùng kỳ')},NA())`,
  };
  return MONTH.map((key, n) => ({ row, column: left + n, value: key === 'Tháng' ? month : key === 'Nhãn' ? `T${month}` : { formula: `=${formulas[key]}` } }));
}
