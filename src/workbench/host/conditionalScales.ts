import type { Threshold } from '../model/types';
import { asBoolean, asColor, asOneOf, asRecord, asText, isAbsent } from './arguments';
import { put, ruleOf, type FormatState } from './conditionalState';
import { refuse } from './errors';
import { asIconSet, iconSetWord } from './iconSets';
import { make, type Json, type ObjectType } from './objects';

const THRESHOLDS = ['LowestValue', 'HighestValue', 'Number', 'Percent', 'Percentile', 'Formula', 'Automatic'] as const;

function threshold(input: unknown, at: string): Threshold {
  const { type, formula } = asRecord(input, at);
  const word = asOneOf(type, THRESHOLDS, at);
  return isAbsent(formula) ? { type: word } : { type: word, value: typeof formula === 'number' ? formula : asText(formula, at) };
}

const bound = ({ type, value }: Threshold): Json => ({ type, ...(value === undefined ? {} : { formula: String(value) }) });

export const dataBarType: ObjectType<FormatState> = {
  name: 'DataBarConditionalFormat',
  objects: { PositiveFormat: (state) => make(positiveBarType, state), NegativeFormat: (state) => make(negativeBarType, state) },
  properties: {
    LowerBoundRule: {
      get: (state) => bound(ruleOf(state, 'DataBar').lower),
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), lower: threshold(input, at) }),
    },
    UpperBoundRule: {
      get: (state) => bound(ruleOf(state, 'DataBar').upper),
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), upper: threshold(input, at) }),
    },
    ShowDataBarOnly: {
      get: (state) => !ruleOf(state, 'DataBar').showValue,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), showValue: !asBoolean(input, at) }),
    },
  },
};

const positiveBarType: ObjectType<FormatState> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    FillColor: {
      get: (state) => ruleOf(state, 'DataBar').color,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), color: asColor(input, at) }),
    },
    GradientFill: {
      get: (state) => ruleOf(state, 'DataBar').gradient,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), gradient: asBoolean(input, at) }),
    },
  },
};

const negativeBarType: ObjectType<FormatState> = {
  name: 'ConditionalDataBarNegativeFormat',
  properties: {
    FillColor: {
      get: (state) => ruleOf(state, 'DataBar').negativeColor ?? '',
      set: (state, input, at) => put(state, { ...ruleOf(state, 'DataBar'), negativeColor: asColor(input, at) }),
    },
  },
};

export const iconSetType: ObjectType<FormatState> = {
  name: 'IconSetConditionalFormat',
  properties: {
    Style: {
      get: (state) => iconSetWord(ruleOf(state, 'IconSet').iconSet),
      set: (state, input, at) => put(state, { ...ruleOf(state, 'IconSet'), iconSet: asIconSet(input, at) }),
    },
    ReverseIconOrder: {
      get: (state) => ruleOf(state, 'IconSet').reversed,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'IconSet'), reversed: asBoolean(input, at) }),
    },
    ShowIconOnly: {
      get: (state) => !ruleOf(state, 'IconSet').showValue,
      set: (state, input, at) => put(state, { ...ruleOf(state, 'IconSet'), showValue: !asBoolean(input, at) }),
    },
    Criteria: {
      get: (state) =>
        ruleOf(state, 'IconSet').thresholds.map(({ type, value, greaterOrEqual }) => ({
          type, formula: value === undefined ? '' : String(value), operator: greaterOrEqual ? 'GreaterThanOrEqual' : 'GreaterThan',
        })),
      set: (state, input, at) => {
        if (!Array.isArray(input)) return refuse('InvalidArgument', at);
        const thresholds = input.map((each: unknown, index) => {
          // The first icon takes what is below all thresholds: Excel accepts {} for it.
          const criterion = asRecord(each, at);
          if (index === 0 && criterion.type === undefined) return { type: 'Percent' as const, value: 0, greaterOrEqual: true };
          return { ...threshold(criterion, at), greaterOrEqual: criterion.operator !== 'GreaterThan' };
        });
        put(state, { ...ruleOf(state, 'IconSet'), thresholds });
      },
    },
  },
};

export const colorScaleType: ObjectType<FormatState> = {
  name: 'ColorScaleConditionalFormat',
  properties: {
    ThreeColorScale: { get: (state) => ruleOf(state, 'ColorScale').points.length === 3 },
    Criteria: {
      get: (state) => {
        const { points } = ruleOf(state, 'ColorScale');
        const at = (index: number): Json => {
          const point = points.at(index);
          return point === undefined ? null : { type: point.type, color: point.color, ...(point.value === undefined ? {} : { formula: String(point.value) }) };
        };
        return { minimum: at(0), maximum: at(-1), ...(points.length === 3 ? { midpoint: at(1) } : {}) };
      },
      set: (state, input, at) => {
        const { minimum, midpoint, maximum } = asRecord(input, at);
        const points = [minimum, ...(isAbsent(midpoint) ? [] : [midpoint]), maximum].map((point) => ({
          ...threshold(point, at), color: asColor(asRecord(point, at).color, at),
        }));
        put(state, { ...ruleOf(state, 'ColorScale'), points });
      },
    },
  },
};
