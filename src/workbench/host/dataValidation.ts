import { contains, intersect, subtract } from '../model/rects';
import { fullName } from '../model/addresses';
import type { DataValidationModel, Rect, SheetModel, ValidationOperator } from '../model/types';
import { requireUnprotected } from './access';
import { asBoolean, asOneOf, asRecord, asText, isAbsent } from './arguments';
import { refuse } from './errors';
import { isHostObject, make, type HostObject, type Json, type ObjectType } from './objects';
import { rectOf, redraw, type Place } from './session';
import { meets } from './styles';

export function dataValidationOf(place: Place): HostObject {
  return make(validationType, place);
}

/** Takes a block out of every validation of a sheet. */
export function clearValidations(sheet: SheetModel, hole: Rect): void {
  sheet.dataValidations = sheet.dataValidations.flatMap((rule) => {
    const ranges = rule.ranges.flatMap((rect) => (intersect(rect, hole) === null ? [rect] : subtract(rect, hole)));
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
}

const KINDS = {
  wholeNumber: 'WholeNumber', decimal: 'Decimal', list: 'List', date: 'Date', time: 'Time', textLength: 'TextLength', custom: 'Custom',
} as const satisfies Readonly<Record<string, DataValidationModel['type']>>;

const OPERATORS = {
  Between: 'Between', NotBetween: 'NotBetween', EqualTo: 'EqualTo', NotEqualTo: 'NotEqualTo', GreaterThan: 'GreaterThan',
  LessThan: 'LessThan', GreaterThanOrEqualTo: 'GreaterThanOrEqual', LessThanOrEqualTo: 'LessThanOrEqual',
} as const satisfies Readonly<Record<string, ValidationOperator>>;
type OperatorWord = keyof typeof OPERATORS;
const OPERATOR_WORDS: readonly OperatorWord[] = [
  'Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqualTo', 'LessThanOrEqualTo',
];

/** The one rule that holds for all cells; null for none, "mixed" when some have another. */
function ruleIn(place: Place): DataValidationModel | null | 'mixed' {
  const touching = place.sheet.dataValidations.filter((rule) => place.rects.some((rect) => meets(rule.ranges, rect)));
  const [rule, ...others] = touching;
  if (rule === undefined) return null;
  const left = place.rects.flatMap((rect) => rule.ranges.reduce<Rect[]>((rest, area) => rest.flatMap((part) => subtract(part, area)), [rect]));
  return others.length > 0 || left.length > 0 ? 'mixed' : rule;
}

/** A rule of one's own for exactly these cells, split off from what held before. */
function ownRule(place: Place, location: string): DataValidationModel {
  requireUnprotected(place.sheet, location);
  const rule = ruleIn(place);
  if (rule === null || rule === 'mixed') return refuse('InvalidOperation', location, 'The cells have no single rule to add this to.');
  if (rule.ranges.every((area) => place.rects.some((rect) => contains(rect, area)))) return rule;
  const own: DataValidationModel = { ...rule, ranges: [...place.rects] };
  for (const rect of place.rects) clearValidations(place.sheet, rect);
  place.sheet.dataValidations.push(own);
  return own;
}

function operand(input: unknown, location: string): string | number {
  if (typeof input === 'number') return input;
  if (isHostObject(input) && input.place !== null) return `=${fullName(input.place.sheet.name, rectOf(input.place), true)}`;
  return asText(input, location);
}

function setRule(place: Place, input: unknown, location: string): void {
  requireUnprotected(place.sheet, location);
  const record = asRecord(input, location);
  const given = Object.entries(KINDS).filter(([key]) => !isAbsent(record[key]));
  const [only, ...more] = given;
  if (only === undefined || more.length > 0) return refuse('InvalidArgument', location, 'Exactly one kind of rule is expected.');
  const [key, type] = only;
  const rule = asRecord(record[key], location);
  const base = { ranges: [...place.rects], type, ignoreBlanks: true, inCellDropDown: false };
  const next: DataValidationModel =
    type === 'List'
      ? { ...base, formula1: operand(rule.source, location), inCellDropDown: rule.inCellDropDown !== false }
      : type === 'Custom'
        ? { ...base, formula1: asText(rule.formula, location) }
        : {
            ...base,
            operator: OPERATORS[asOneOf(rule.operator, OPERATOR_WORDS, location)],
            formula1: operand(rule.formula1, location),
            ...(isAbsent(rule.formula2) ? {} : { formula2: operand(rule.formula2, location) }),
          };
  for (const rect of place.rects) clearValidations(place.sheet, rect);
  place.sheet.dataValidations.push(next);
  redraw(place.session);
}

function ruleJson(rule: DataValidationModel): Json {
  const asFormula = (input: string | number): string => (String(input).startsWith('=') ? String(input) : `=${input}`);
  if (rule.type === 'List') return { list: { inCellDropDown: rule.inCellDropDown, source: String(rule.formula1) } };
  if (rule.type === 'Custom') return { custom: { formula: String(rule.formula1) } };
  const key = Object.entries(KINDS).find(([, type]) => type === rule.type)?.[0] ?? 'decimal';
  const operator = OPERATOR_WORDS.find((word) => OPERATORS[word] === rule.operator) ?? 'Between';
  return {
    [key]: { formula1: asFormula(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: asFormula(rule.formula2) }), operator },
  };
}

const known = (place: Place): DataValidationModel | null => {
  const rule = ruleIn(place);
  return rule === 'mixed' ? null : rule;
};

const validationType: ObjectType<Place> = {
  name: 'DataValidation',
  properties: {
    Type: {
      get: (place) => {
        const rule = ruleIn(place);
        return rule === null ? 'None' : rule === 'mixed' ? 'MixedCriteria' : rule.type;
      },
    },
    Rule: {
      get: (place) => {
        const rule = known(place);
        return rule === null ? {} : ruleJson(rule);
      },
      set: setRule,
    },
    IgnoreBlanks: {
      get: (place) => known(place)?.ignoreBlanks ?? true,
      set: (place, input, at) => {
        ownRule(place, at).ignoreBlanks = asBoolean(input, at);
        redraw(place.session);
      },
    },
    Prompt: {
      get: (place) => {
        const prompt = known(place)?.prompt;
        return { showPrompt: prompt?.show ?? true, title: prompt?.title ?? '', message: prompt?.message ?? '' };
      },
      set: (place, input, at) => {
        const { showPrompt, title, message } = asRecord(input, at);
        ownRule(place, at).prompt = {
          show: asBoolean(showPrompt, at), title: limited(title, 32, at), message: limited(message, 255, at),
        };
        redraw(place.session);
      },
    },
    ErrorAlert: {
      get: (place) => {
        const alert = known(place)?.errorAlert;
        return { showAlert: alert?.show ?? true, style: alert?.style ?? 'Stop', title: alert?.title ?? '', message: alert?.message ?? '' };
      },
      set: (place, input, at) => {
        const { showAlert, style, title, message } = asRecord(input, at);
        ownRule(place, at).errorAlert = {
          show: asBoolean(showAlert, at), style: asOneOf(style, ['Stop', 'Warning', 'Information'], at),
          title: limited(title, 32, at), message: limited(message, 255, at),
        };
        redraw(place.session);
      },
    },
  },
  methods: {
    Clear: (place, _, at) => {
      requireUnprotected(place.sheet, at);
      for (const rect of place.rects) clearValidations(place.sheet, rect);
      redraw(place.session);
    },
  },
};

/** Excel's own limits on the texts of a validation: 32 for a title, 255 for a message. */
function limited(input: unknown, most: number, at: string): string {
  const text = asText(input, at);
  return text.length <= most ? text : refuse('InvalidArgument', at, `At most ${most} characters.`);
}
