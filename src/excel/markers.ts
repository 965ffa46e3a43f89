import type { Severity } from '../core/checks/finding';

/**
 * The sign by which the add-in knows its own highlights among the conditional formats of a sheet: a text inside the rule
 * that changes nothing (N of a text is 0) and that nobody types by chance.
 */
export function highlightFormula(severity: Severity): string {
  return `=N("chitieu:${severity}")=0`;
}

const HIGHLIGHT = /^=N\("chitieu:[EWI]"\)=0$/i;

/** Queues what tells the sheet's conditional formats apart. */
export function queueHighlights(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}

function formulaOf(format: Excel.ConditionalFormat): string {
  return format.type === 'Custom' ? format.customOrNullObject.rule.formula.trim() : '';
}

/** The add-in's own highlights, and nothing else. */
export function ownHighlights(formats: Excel.ConditionalFormatCollection): Excel.ConditionalFormat[] {
  return formats.items.filter((format) => HIGHLIGHT.test(formulaOf(format)));
}
