import { fullName } from '../model/addresses';
import { cellsOf, intersect, isWholeColumns, isWholeRows } from '../model/rects';
import { asInteger, placeOf } from './arguments';
import { conditionalFormatsOf } from './conditionalFormats';
import { dataValidationOf } from './dataValidation';
import { refuse } from './errors';
import { make, value, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { clear } from './rangeEditing';
import { rangeFormatOf } from './rangeFormat';
import type { Place } from './session';
import { worksheetOf } from './worksheet';

export function rangeAreasOf(place: Place): HostObject {
  return make(areasType, place);
}

function address(place: Place): string {
  return place.rects.map((rect) => fullName(place.sheet.name, rect)).join(',');
}

function intersections(place: Place, other: Place): Place {
  const rects = place.rects.flatMap((rect) =>
    other.rects.flatMap((second) => {
      const cut = place.sheet === other.sheet ? intersect(rect, second) : null;
      return cut === null ? [] : [cut];
    }),
  );
  return { ...place, rects };
}

const areasType: ObjectType<Place> = {
  name: 'RangeAreas',
  place: (place) => place,
  properties: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: (place) => place.rects.length },
    CellCount: { get: (place) => place.rects.reduce((sum, rect) => sum + cellsOf(rect), 0) },
    IsEntireColumn: { get: (place) => place.rects.every(isWholeColumns) },
    IsEntireRow: { get: (place) => place.rects.every(isWholeRows) },
  },
  objects: {
    Areas: (place) => make(collectionType, place),
    Format: rangeFormatOf,
    ConditionalFormats: conditionalFormatsOf,
    DataValidation: dataValidationOf,
    Worksheet: (place) => worksheetOf(place.session, place.sheet),
  },
  methods: {
    Clear: (place, [applyTo], location) => clear(place, applyTo, location),
    GetIntersectionOrNullObject: (place, [other], location): Outcome => {
      const cut = intersections(place, placeOf(other, location));
      return cut.rects.length === 0 ? null : rangeAreasOf(cut);
    },
    _KeepReference: () => undefined,
  },
};

const collectionType: ObjectType<Place> = {
  name: 'RangeCollection',
  items: (place) => place.rects.map((rect) => rangeOf(place.session, place.sheet, rect)),
  methods: {
    GetCount: (place) => value(place.rects.length),
    GetItemAt: (place, [index], location) => {
      const rect = place.rects[asInteger(index, location)];
      return rect === undefined ? refuse('InvalidArgument', location) : rangeOf(place.session, place.sheet, rect);
    },
  },
};
