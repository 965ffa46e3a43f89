import type { ConditionalFormattingOptions, ConditionalFormattingRule, Cvfo, IconSetTypes, Style } from '@cj-tech-master/excelts';
import { parseRect, rectName } from '../model/addresses';
import type {
  CellValueOperator, ConditionalFormatModel, ConditionalRule, DifferentialStyle, Rect, TextOperator, Threshold,
} from '../model/types';
import { fileColor, type ReadColor } from './colors';
import { fileFormula, shownFormula } from './formulas';
import { readBorders, readFont, writeBorders, writeFont } from './styles';

const OPERATORS: readonly (readonly [CellValueOperator, string])[] = [
  ['Between', 'between'], ['NotBetween', 'notBetween'], ['EqualTo', 'equal'], ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'], ['LessThan', 'lessThan'], ['GreaterThanOrEqual', 'greaterThanOrEqual'],
  ['LessThanOrEqual', 'lessThanOrEqual'],
];

/** The conditional formats of a sheet in the order of their priority. */
export function readConditionalFormats(
  blocks: readonly ConditionalFormattingOptions[], stops: ReadonlySet<number>, color: ReadColor, nextId: () => string,
): ConditionalFormatModel[] {
  const found = blocks.flatMap(({ ref, rules }) => {
    const ranges = rectsOf(ref);
    return ranges.length === 0 ? [] : rules.map((rule) => ({ ranges, rule }));
  });
  return found
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))
    .map(({ ranges, rule }) => ({
      id: nextId(), ranges: [...ranges], rule: readRule(rule, color), stopIfTrue: rule.priority !== undefined && stops.has(rule.priority),
    }));
}

/** The blocks of "A1:B2 D4". */
export function rectsOf(addresses: string): Rect[] {
  return addresses.split(/\s+/).flatMap((address) => {
    const rect = parseRect(address);
    return rect === null ? [] : [rect];
  });
}

function readRule(rule: ConditionalFormattingRule, color: ReadColor): ConditionalRule {
  const format = readFormat(rule.style, color);
  switch (rule.type) {
    case 'expression':
      return { kind: 'Custom', formula: formulaText(rule.formulae?.[0]), format };
    case 'cellIs': {
      // The library's own type knows only some of the operators that it reads.
      const written: string = rule.operator ?? 'equal';
      const operator = OPERATORS.find(([, name]) => name === written)?.[0];
      if (operator === undefined) return { kind: 'Kept', raw: rule };
      const second = rule.formulae?.[1];
      return {
        kind: 'CellValue', operator, formula1: formulaText(rule.formulae?.[0]), format,
        ...(second === undefined ? {} : { formula2: formulaText(second) }),
      };
    }
    case 'dataBar': {
      const [lower, upper] = rule.cfvo ?? [];
      const negative = color(rule.negativeFillColor);
      return {
        kind: 'DataBar', lower: readThreshold(lower, 'LowestValue'), upper: readThreshold(upper, 'HighestValue'),
        color: color(rule.color) ?? '#638EC6', gradient: rule.gradient !== false, showValue: rule.showValue !== false,
        ...(negative === undefined ? {} : { negativeColor: negative }),
      };
    }
    case 'iconSet':
      return {
        kind: 'IconSet', iconSet: rule.iconSet ?? '3TrafficLights1', reversed: rule.reverse === true, showValue: rule.showValue !== false,
        thresholds: (rule.cfvo ?? []).map((each) => ({ ...readThreshold(each, 'Percent'), greaterOrEqual: true })),
      };
    case 'colorScale':
      return {
        kind: 'ColorScale',
        points: (rule.cfvo ?? []).map((each, index) => ({ ...readThreshold(each, 'LowestValue'), color: color(rule.color?.[index]) ?? '#FFFFFF' })),
      };
    default:
      return readTextRule(rule, format);
  }
}

const TEXT_RULES: readonly (readonly [TextOperator, RegExp])[] = [
  ['Contains', /^NOT\(ISERROR\(SEARCH\("((?:[^"]|"")*)",[^()]+\)\)\)$/],
  ['NotContains', /^ISERROR\(SEARCH\("((?:[^"]|"")*)",[^()]+\)\)$/],
  ['BeginsWith', /^LEFT\([^()]+,LEN\("(?:[^"]|"")*"\)\)="((?:[^"]|"")*)"$/],
  ['EndsWith', /^RIGHT\([^()]+,LEN\("(?:[^"]|"")*"\)\)="((?:[^"]|"")*)"$/],
];

/** Rules over text stand in the file with the formula that says the same; the text is taken from there. */
function readTextRule(rule: ConditionalFormattingRule, format: DifferentialStyle): ConditionalRule {
  const formula: unknown = 'formulae' in rule && Array.isArray(rule.formulae) ? rule.formulae[0] : undefined;
  if (typeof formula !== 'string') return { kind: 'Kept', raw: rule };
  for (const [operator, pattern] of TEXT_RULES) {
    const text = pattern.exec(formula)?.[1];
    if (text !== undefined) return { kind: 'ContainsText', operator, text: text.replaceAll('""', '"'), format };
  }
  return rule.type === 'timePeriod' || rule.type === 'containsText' ? { kind: 'Kept', raw: rule } : { kind: 'Custom', formula: shownFormula(formula), format };
}

const formulaText = (formula: string | number | undefined): string => shownFormula(String(formula ?? ''));

const THRESHOLDS: readonly (readonly [Threshold['type'], Cvfo['type']])[] = [
  ['LowestValue', 'min'], ['HighestValue', 'max'], ['Number', 'num'], ['Percent', 'percent'], ['Percentile', 'percentile'],
  ['Formula', 'formula'], ['Automatic', 'autoMin'], ['Automatic', 'autoMax'],
];

function readThreshold(cvfo: Cvfo | undefined, otherwise: Threshold['type']): Threshold {
  const type = THRESHOLDS.find(([, name]) => name === cvfo?.type)?.[0] ?? otherwise;
  const value = cvfo?.value;
  if (value === undefined || type === 'LowestValue' || type === 'HighestValue' || type === 'Automatic') return { type };
  return { type, value: type === 'Formula' ? shownFormula(String(value)) : value };
}

function writeThreshold({ type, value }: Threshold): Cvfo {
  const name = THRESHOLDS.find(([each]) => each === type)?.[1] ?? 'min';
  if (value === undefined) return { type: name };
  return { type: name, value: typeof value === 'string' ? fileFormula(value) : value };
}

function readFormat(style: Partial<Style> | undefined, color: ReadColor): DifferentialStyle {
  if (style === undefined) return {};
  const { fill, font, border, numFmt } = style;
  const ground = fill?.type === 'pattern' ? (color(fill.bgColor) ?? color(fill.fgColor)) : undefined;
  const { bold, italic, color: shade, underline, strike } = readFont(font ?? {}, color);
  const face = { ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }), ...(shade === undefined ? {} : { color: shade }), ...(underline === undefined ? {} : { underline }), ...(strike === undefined ? {} : { strike }) };
  const borders = readBorders(border, color);
  const numberFormat = typeof numFmt === 'object' ? numFmt.formatCode : numFmt;
  return {
    ...(ground === undefined ? {} : { fill: ground }),
    ...(Object.keys(face).length === 0 ? {} : { font: face }),
    ...(Object.keys(borders).length === 0 ? {} : { borders }),
    ...(numberFormat === undefined || numberFormat === '' ? {} : { numberFormat }),
  };
}

function writeFormat({ fill, font, borders, numberFormat }: DifferentialStyle): Partial<Style> {
  return {
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: fileColor(fill) } as const }),
    ...(font === undefined ? {} : { font: writeFont(font) }),
    ...(borders === undefined ? {} : { border: writeBorders(borders) }),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
}

/** The rules as the library takes them; the place in the list is the priority. */
export function writeConditionalFormats(formats: readonly ConditionalFormatModel[]): ConditionalFormattingOptions[] {
  return formats.flatMap(({ ranges, rule }, index) => {
    const written = writeRule(rule, ranges);
    return written === undefined ? [] : [{ ref: ranges.map((rect) => rectName(rect)).join(' '), rules: [{ ...written, priority: index + 1 }] }];
  });
}

function writeRule(rule: ConditionalRule, ranges: readonly Rect[]): ConditionalFormattingRule | undefined {
  switch (rule.kind) {
    case 'Custom':
      return { type: 'expression', formulae: [fileFormula(rule.formula)], style: writeFormat(rule.format) };
    case 'CellValue':
      return writeCellValue(rule);
    case 'ContainsText':
      return writeText(rule, ranges);
    case 'DataBar':
      return {
        type: 'dataBar', cfvo: [writeThreshold(rule.lower), { ...writeThreshold(rule.upper), ...(rule.upper.type === 'Automatic' ? { type: 'autoMax' } : {}) }],
        color: fileColor(rule.color), gradient: rule.gradient, showValue: rule.showValue,
        ...(rule.negativeColor === undefined ? {} : { negativeFillColor: fileColor(rule.negativeColor) }),
      };
    case 'IconSet': {
      const iconSet = ICON_SETS.find((name) => name === rule.iconSet);
      return iconSet === undefined
        ? undefined
        : { type: 'iconSet', iconSet, cfvo: rule.thresholds.map(writeThreshold), reverse: rule.reversed, showValue: rule.showValue };
    }
    case 'ColorScale':
      return { type: 'colorScale', cfvo: rule.points.map(writeThreshold), color: rule.points.map(({ color }) => fileColor(color)) };
    case 'Kept':
      return isRule(rule.raw) ? rule.raw : undefined;
  }
}

const ICON_SETS: readonly IconSetTypes[] = [
  '5Arrows', '5ArrowsGray', '5Boxes', '5Quarters', '5Rating', '4Arrows', '4ArrowsGray', '4Rating', '4RedToBlack', '4TrafficLights', 'NoIcons',
  '3Arrows', '3ArrowsGray', '3Flags', '3Signs', '3Stars', '3Symbols', '3Symbols2', '3TrafficLights1', '3TrafficLights2', '3Triangles',
];

function isRule(raw: unknown): raw is ConditionalFormattingRule {
  return typeof raw === 'object' && raw !== null && 'type' in raw && typeof raw.type === 'string';
}

/** The library's type lacks some operators that it writes well; those go through its general rule. */
function writeCellValue(rule: Extract<ConditionalRule, { kind: 'CellValue' }>): ConditionalFormattingRule | undefined {
  const formulae = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map((formula) => fileFormula(formula));
  const operator = OPERATORS.find(([name]) => name === rule.operator)?.[1];
  const written: unknown = { type: 'cellIs', operator, formulae, style: writeFormat(rule.format) };
  return isRule(written) ? written : undefined;
}

function writeText({ operator, text, format }: Extract<ConditionalRule, { kind: 'ContainsText' }>, ranges: readonly Rect[]): ConditionalFormattingRule {
  const first = ranges[0];
  const cell = first === undefined ? 'A1' : rectName({ ...first, lastRow: first.row, lastCol: first.col });
  const literal = `"${text.replaceAll('"', '""')}"`;
  const style = writeFormat(format);
  switch (operator) {
    case 'Contains':
      return { type: 'expression', formulae: [`NOT(ISERROR(SEARCH(${literal},${cell})))`], style };
    case 'NotContains':
      return { type: 'expression', formulae: [`ISERROR(SEARCH(${literal},${cell}))`], style };
    case 'BeginsWith':
      return { type: 'expression', formulae: [`LEFT(${cell},LEN(${literal}))=${literal}`], style };
    case 'EndsWith':
      return { type: 'expression', formulae: [`RIGHT(${cell},LEN(${literal}))=${literal}`], style };
  }
}
