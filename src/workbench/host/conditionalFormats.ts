import { intersect, subtract } from '../model/rects';
import { moveFormula } from '../model/references';
import type { ConditionalFormatModel, ConditionalRule, Rect, SheetModel } from '../model/types';
import { takeId } from '../model/workbook';
import { requirePermission } from './access';
import { asBoolean, asInteger, asOneOf, asText } from './arguments';
import { ruleObjects, ruleOfNewFormat } from './conditionalRules';
import type { FormatState } from './conditionalState';
import { refuse, unknown } from './errors';
import { make, value, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import { redraw, type Place } from './session';
import { rewriteRule } from './structure';
import { meets } from './styles';

export function conditionalFormatsOf(place: Place): HostObject {
  return make(collectionType, place);
}

/** The formats that touch a place, the first of the sheet first. */
function formatsOf(place: Place): ConditionalFormatModel[] {
  return place.sheet.conditionalFormats.filter((format) => place.rects.some((rect) => meets(format.ranges, rect)));
}

/**
 * Takes a block out of all conditional formats: a format that reaches beyond is split, and its formulas are rewritten
 * for the new first cell, as Excel does.
 */
export function clearConditionalFormats(sheet: SheetModel, hole: Rect): void {
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    if (!meets(format.ranges, hole)) return [format];
    const before = format.ranges[0];
    const ranges = format.ranges.flatMap((rect) => (intersect(rect, hole) === null ? [rect] : subtract(rect, hole)));
    const after = ranges[0];
    if (before === undefined || after === undefined) return [];
    const rule = rewriteRule(format.rule, (formula) => moveFormula(formula, after.row - before.row, after.col - before.col));
    return [Object.assign(format, { ranges, rule })];
  });
}

const typeWord = (rule: ConditionalRule): string => {
  if (rule.kind !== 'Kept') return rule.kind;
  const raw = rule.raw;
  return typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === 'top10' ? 'TopBottom' : 'PresetCriteria';
};

function add(place: Place, input: unknown, location: string): HostObject {
  requirePermission(place.sheet, 'allowFormatCells', location);
  const type = asOneOf(input, ['Custom', 'CellValue', 'ContainsText', 'DataBar', 'IconSet', 'ColorScale', 'TopBottom', 'PresetCriteria'], location);
  if (type === 'TopBottom' || type === 'PresetCriteria') return unknown(`${location}("${type}")`);
  const id = `{00000000-000A-0000-${takeId(place.session.model).toString(16).padStart(4, '0').toUpperCase()}-000000000000}`;
  const format: ConditionalFormatModel = { id, ranges: [...place.rects], rule: ruleOfNewFormat(type), stopIfTrue: false };
  // A new format comes first, as in Excel.
  place.sheet.conditionalFormats.unshift(format);
  redraw(place.session);
  return make(formatType, { place, format });
}

function setPriority({ place, format }: FormatState, priority: number): void {
  const others = place.sheet.conditionalFormats.filter((each) => each !== format);
  others.splice(Math.max(0, Math.min(priority, others.length)), 0, format);
  place.sheet.conditionalFormats = others;
  redraw(place.session);
}

function remove({ place, format }: FormatState, location: string): void {
  requirePermission(place.sheet, 'allowFormatCells', location);
  place.sheet.conditionalFormats = place.sheet.conditionalFormats.filter((each) => each !== format);
  redraw(place.session);
}

const collectionType: ObjectType<Place> = {
  name: 'ConditionalFormatCollection',
  items: (place) => formatsOf(place).map((format) => make(formatType, { place, format })),
  item: (place, [id], location) => {
    const format = formatsOf(place).find((each) => each.id === asText(id, location)) ?? refuse('ItemNotFound', location);
    return make(formatType, { place, format });
  },
  methods: {
    Add: (place, [type], location) => add(place, type, location),
    GetCount: (place) => value(formatsOf(place).length),
    GetItemAt: (place, [index], location) => {
      const format = formatsOf(place)[asInteger(index, location)] ?? refuse('InvalidArgument', location);
      return make(formatType, { place, format });
    },
    GetItemOrNullObject: (place, [id], location): Outcome => {
      const format = formatsOf(place).find((each) => each.id === asText(id, location));
      return format === undefined ? null : make(formatType, { place, format });
    },
    ClearAll: (place, _, location) => {
      requirePermission(place.sheet, 'allowFormatCells', location);
      for (const rect of place.rects) clearConditionalFormats(place.sheet, rect);
      redraw(place.session);
    },
  },
};

const formatType: ObjectType<FormatState> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => typeWord(format.rule) },
    Priority: {
      get: ({ place, format }) => place.sheet.conditionalFormats.indexOf(format),
      set: (state, input, location) => setPriority(state, asInteger(input, location)),
    },
    StopIfTrue: {
      get: ({ format }) => (['DataBar', 'IconSet', 'ColorScale'].includes(format.rule.kind) ? null : format.stopIfTrue),
      set: ({ place, format }, input, location) => {
        format.stopIfTrue = asBoolean(input, location);
        redraw(place.session);
      },
    },
  },
  objects: ruleObjects,
  methods: {
    Delete: (state, _, location) => remove(state, location),
    GetRange: ({ place, format }, _, location) => {
      const [rect, ...more] = format.ranges;
      if (rect === undefined || more.length > 0) return refuse('InvalidOperation', location, 'The format has several areas.');
      return rangeOf(place.session, place.sheet, rect);
    },
    GetRangeOrNullObject: ({ place, format }): Outcome => {
      const [rect, ...more] = format.ranges;
      return rect === undefined || more.length > 0 ? null : rangeOf(place.session, place.sheet, rect);
    },
    GetRanges: ({ place, format }) => rangeAreasOf({ ...place, rects: format.ranges }),
  },
};
