import type { ConditionalRule } from '../model/types';
import { asOneOf, asRecord, asText, isAbsent } from './arguments';
import { colorScaleType, dataBarType, iconSetType } from './conditionalScales';
import { isKind, put, ruleOf, type FormatState, type Kind } from './conditionalState';
import { formatObject } from './conditionalStyles';
import { refuse } from './errors';
import { make, type HostObject, type ObjectType } from './objects';

const PLAIN_BAR = '#638EC6';

/** The rule a format has before its members are set. */
export function ruleOfNewFormat(kind: Kind): ConditionalRule {
  switch (kind) {
    case 'Custom':
      return { kind, formula: '', format: {} };
    case 'CellValue':
      return { kind, operator: 'EqualTo', formula1: '', format: {} };
    case 'ContainsText':
      return { kind, operator: 'Contains', text: '', format: {} };
    case 'DataBar':
      return { kind, lower: { type: 'Automatic' }, upper: { type: 'Automatic' }, color: PLAIN_BAR, gradient: true, showValue: true };
    case 'IconSet':
      return { kind, iconSet: '3TrafficLights1', thresholds: [], reversed: false, showValue: true };
    case 'ColorScale':
      return { kind, points: [{ type: 'LowestValue', color: '#F8696B' }, { type: 'HighestValue', color: '#63BE7B' }] };
  }
}

const only = (kind: Kind, type: ObjectType<FormatState>) => (state: FormatState): HostObject => {
  ruleOf(state, kind);
  return make(type, state);
};
const orNull = (kind: Kind, type: ObjectType<FormatState>) => (state: FormatState): HostObject | null =>
  isKind(state.format.rule, kind) ? make(type, state) : null;

function ruleFormula(input: unknown, at: string): string {
  const formula = asText(input, at);
  // Without "=" Excel would take the formula for a text and the format would never show.
  return formula.startsWith('=') ? formula : refuse('InvalidArgument', at, 'The formula of a conditional format begins with "=".');
}

const customRuleType: ObjectType<FormatState> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: (state) => ruleOf(state, 'Custom').formula,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'Custom'), formula: ruleFormula(input, at) }),
    },
  },
};

const customType: ObjectType<FormatState> = {
  name: 'CustomConditionalFormat',
  objects: { ...formatObject, Rule: (state) => make(customRuleType, state) },
};

const OPERATORS = ['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqual', 'LessThanOrEqual'] as const;

const cellValueType: ObjectType<FormatState> = {
  name: 'CellValueConditionalFormat',
  objects: formatObject,
  properties: {
    Rule: {
      get: (state) => {
        const { operator, formula1, formula2 } = ruleOf(state, 'CellValue');
        return { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
      },
      set: (state, input, at) => {
        const { operator, formula1, formula2 } = asRecord(input, at);
        put(state, {
          ...ruleOf(state, 'CellValue'),
          operator: asOneOf(operator, OPERATORS, at),
          formula1: String(formula1),
          ...(isAbsent(formula2) ? {} : { formula2: String(formula2) }),
        });
      },
    },
  },
};

const textType: ObjectType<FormatState> = {
  name: 'TextConditionalFormat',
  objects: formatObject,
  properties: {
    Rule: {
      get: (state) => {
        const { operator, text } = ruleOf(state, 'ContainsText');
        return { operator, text };
      },
      set: (state, input, at) => {
        const { operator, text } = asRecord(input, at);
        const word = asOneOf(operator, ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'], at);
        put(state, { ...ruleOf(state, 'ContainsText'), operator: word, text: asText(text, at) });
      },
    },
  },
};

/** The objects of a ConditionalFormat, by the kind of its rule. */
export const ruleObjects: NonNullable<ObjectType<FormatState>['objects']> = {
  Custom: only('Custom', customType),
  CustomOrNullObject: orNull('Custom', customType),
  CellValue: only('CellValue', cellValueType),
  CellValueOrNullObject: orNull('CellValue', cellValueType),
  TextComparison: only('ContainsText', textType),
  TextComparisonOrNullObject: orNull('ContainsText', textType),
  DataBar: only('DataBar', dataBarType),
  DataBarOrNullObject: orNull('DataBar', dataBarType),
  IconSet: only('IconSet', iconSetType),
  IconSetOrNullObject: orNull('IconSet', iconSetType),
  ColorScale: only('ColorScale', colorScaleType),
  ColorScaleOrNullObject: orNull('ColorScale', colorScaleType),
};
