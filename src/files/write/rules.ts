import type { ConditionalFormattingOptions, DataValidation } from '@cj-tech-master/excelts';
import { areaAddress } from '../../core/address';
import type { Area } from '../../core/grid';
import type { ConditionalFormatPlan, ValidationPlan } from '../../core/sheets/plan';
import { fileFormula } from './formula';
import { fileColor } from './styles';

/** Excel's own limits: 255 characters for a list in the rule and for a message, 32 for a title. */
const LONGEST = 255;
const LONGEST_TITLE = 32;

export function rangeOf({ top, left, bottom, right }: Area): string {
  return areaAddress(top, left, bottom, right);
}

/** Conditional formats in the plan's order: the first one counts most. */
export function conditionalFormatsOf(plans: readonly ConditionalFormatPlan[]): ConditionalFormattingOptions[] {
  return plans.map(({ area, formula, fill, fontColor, bold }, n) => ({
    ref: rangeOf(area),
    rules: [
      {
        type: 'expression',
        priority: n + 1,
        formulae: [fileFormula(formula, '')],
        style: {
          ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: fileColor(fill) } }),
          ...(fontColor === undefined && bold === undefined ? {} : { font: { ...(fontColor === undefined ? {} : { color: fileColor(fontColor) }), ...(bold === undefined ? {} : { bold }) } }),
        },
      },
    ],
  }));
}

/** Validations by the library's own key of an area. A rule that Excel cannot hold is left out: the cells then take anything. */
export function validationsOf(plans: readonly ValidationPlan[]): (readonly [string, DataValidation])[] {
  return plans.flatMap((plan) => {
    const rule = ruleOf(plan.rule);
    if (rule === null) return [];
    const address = rangeOf(plan.area);
    const { prompt, error } = plan;
    return [
      [
        address.includes(':') ? `range:${address}` : address,
        {
          ...rule,
          allowBlank: true,
          ...(prompt === undefined ? {} : { showInputMessage: true, promptTitle: prompt.title.slice(0, LONGEST_TITLE), prompt: prompt.message.slice(0, LONGEST) }),
          ...(error === undefined
            ? {}
            : { showErrorMessage: true, errorStyle: 'stop', errorTitle: error.title.slice(0, LONGEST_TITLE), error: error.message.slice(0, LONGEST) }),
        },
      ] as const,
    ];
  });
}

type Rule = Pick<Exclude<DataValidation, { type: 'any' }>, 'type' | 'formulae' | 'operator'>;

function ruleOf(rule: ValidationPlan['rule']): Rule | null {
  if (rule.kind === 'list') {
    const source = rule.values.join(',');
    return source.length > LONGEST || rule.values.some((value) => value.includes(',')) ? null : { type: 'list', formulae: [`"${source.replaceAll('"', '""')}"`] };
  }
  if (rule.kind === 'textLength') return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [rule.max] };
  if (rule.kind === 'custom') return { type: 'custom', formulae: [fileFormula(rule.formula, '')] };
  if (rule.kind === 'listIn') return { type: 'list', formulae: [rangeOf(rule.area).replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2')] };
  const { kind, min, max } = rule;
  if (min !== null && max !== null) return { type: kind, operator: 'between', formulae: [min, max] };
  if (min !== null) return { type: kind, operator: 'greaterThanOrEqual', formulae: [min] };
  return max === null ? null : { type: kind, operator: 'lessThanOrEqual', formulae: [max] };
}
