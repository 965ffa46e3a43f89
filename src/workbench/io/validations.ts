import type { DataValidation } from '@cj-tech-master/excelts';
import { rectName } from '../model/addresses';
import type { CellValueOperator, DataValidationModel, Rect } from '../model/types';
import { rectsOf } from './conditional';
import { fileFormula, shownFormula } from './formulas';
import { serialOf } from './units';

type FileOperator = 'between' | 'notBetween' | 'equal' | 'notEqual' | 'greaterThan' | 'lessThan' | 'greaterThanOrEqual' | 'lessThanOrEqual';

const OPERATORS: readonly (readonly [CellValueOperator, FileOperator])[] = [
  ['Between', 'between'], ['NotBetween', 'notBetween'], ['EqualTo', 'equal'], ['NotEqualTo', 'notEqual'], ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'], ['GreaterThanOrEqual', 'greaterThanOrEqual'], ['LessThanOrEqual', 'lessThanOrEqual'],
];

type FileType = Exclude<DataValidation['type'], 'any'>;

const TYPES: readonly (readonly [DataValidationModel['type'], string])[] = [
  ['List', 'list'], ['WholeNumber', 'whole'], ['Decimal', 'decimal'], ['Date', 'date'], ['Time', 'time'], ['TextLength', 'textLength'], ['Custom', 'custom'],
];

/** The validations of a sheet from the top; the library keeps one under each block, equal ones belong together. */
export function readValidations(model: Readonly<Record<string, DataValidation | undefined>>): DataValidationModel[] {
  const blocks = new Map<string, { readonly validation: DataValidation; readonly addresses: string[] }>();
  for (const [address, validation] of Object.entries(model)) {
    if (validation === undefined) continue;
    const key = JSON.stringify(validation);
    const block = blocks.get(key) ?? { validation, addresses: [] };
    block.addresses.push(address.replace(/^range:/, ''));
    blocks.set(key, block);
  }
  return [...blocks.values()]
    .flatMap(({ validation, addresses }) => readValidation(validation, addresses.join(' ')))
    .sort((a, b) => byPlace(a.ranges[0], b.ranges[0]));
}

function byPlace(a: Rect | undefined, b: Rect | undefined): number {
  return a === undefined || b === undefined ? 0 : a.row - b.row || a.col - b.col;
}

function readValidation(validation: DataValidation, addresses: string): DataValidationModel[] {
  if (validation.type === 'any') return [];
  const written: string = validation.type;
  const type = TYPES.find(([, name]) => name === written)?.[0];
  const ranges = rectsOf(addresses).sort(byPlace);
  if (type === undefined || ranges.length === 0) return [];
  const [first, second] = validation.formulae.map((formula) => readFormula(type, formula));
  const operator = OPERATORS.find(([, name]) => name === validation.operator)?.[0];
  const { showInputMessage, promptTitle, prompt, showErrorMessage, errorStyle, errorTitle, error, allowBlank } = validation;
  return [{
    ranges, type, formula1: first ?? '', ...(second === undefined ? {} : { formula2: second }),
    ...(operator === undefined ? {} : { operator }),
    inCellDropDown: true, ignoreBlanks: allowBlank === true,
    ...(prompt === undefined && promptTitle === undefined ? {} : { prompt: { show: showInputMessage === true, title: promptTitle ?? '', message: prompt ?? '' } }),
    errorAlert: {
      show: showErrorMessage === true, title: errorTitle ?? '', message: error ?? '',
      style: errorStyle === 'warning' ? 'Warning' : errorStyle === 'information' ? 'Information' : 'Stop',
    },
  }];
}

function readFormula(type: DataValidationModel['type'], formula: string | number | Date): string | number {
  if (formula instanceof Date) return serialOf(formula, false);
  if (typeof formula === 'number') return formula;
  const list = /^"([\s\S]*)"$/.exec(formula)?.[1];
  if (type === 'List' && list !== undefined) return list.replaceAll('""', '"');
  const number = Number(formula);
  return formula.trim() !== '' && Number.isFinite(number) ? number : shownFormula(formula);
}

/** The blocks ("A1:B2") and what the library shall write for each. */
export function writeValidations(validations: readonly DataValidationModel[]): (readonly [string, DataValidation])[] {
  return validations.flatMap((validation) => {
    const written = writeValidation(validation);
    return validation.ranges.map((rect): readonly [string, DataValidation] => {
      const address = rectName(rect);
      return [address.includes(':') ? `range:${address}` : address, written];
    });
  });
}

function writeValidation(validation: DataValidationModel): DataValidation {
  const { type, formula1, formula2, ignoreBlanks, prompt, errorAlert } = validation;
  const operator = OPERATORS.find(([name]) => name === validation.operator)?.[1];
  const formulae = [formula1, ...(formula2 === undefined ? [] : [formula2])].map((formula) => writeFormula(type, formula));
  return {
    type: fileType(type), formulae, allowBlank: ignoreBlanks, ...(operator === undefined ? {} : { operator }),
    ...(prompt === undefined ? {} : { showInputMessage: prompt.show, promptTitle: prompt.title, prompt: prompt.message }),
    ...(errorAlert === undefined
      ? {}
      : { showErrorMessage: errorAlert.show, errorTitle: errorAlert.title, error: errorAlert.message, errorStyle: errorAlert.style.toLowerCase() }),
  };
}

/** A time has no type of its own in the library; as a number of days it means the same. */
function fileType(type: DataValidationModel['type']): FileType {
  switch (type) {
    case 'List':
      return 'list';
    case 'WholeNumber':
      return 'whole';
    case 'Decimal':
    case 'Time':
      return 'decimal';
    case 'Date':
      return 'date';
    case 'TextLength':
      return 'textLength';
    case 'Custom':
      return 'custom';
  }
}

function writeFormula(type: DataValidationModel['type'], formula: string | number): string | number | Date {
  if (type === 'Date' && typeof formula === 'number') return new Date(Math.round((formula - 25_569) * 86_400_000));
  if (typeof formula === 'number') return formula;
  if (formula.startsWith('=')) return fileFormula(formula);
  return type === 'List' ? `"${formula.replaceAll('"', '""')}"` : formula;
}
