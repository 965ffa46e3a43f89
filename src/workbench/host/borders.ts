import type { BorderLine, BorderLineStyle, Borders, Rect } from '../model/types';
import { asColor, asInteger, asOneOf } from './arguments';
import { refuse } from './errors';
import { make, type HostObject, type ObjectType } from './objects';
import type { Place } from './session';
import { changeStyle, common } from './styles';

export const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'] as const;
type Side = (typeof SIDES)[number];

const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] satisfies BorderLineStyle[];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] satisfies BorderLine['weight'][];

const PLAIN: BorderLine = { style: 'Continuous', weight: 'Thin', color: '#000000' };

interface BorderState {
  readonly place: Place;
  readonly side: Side;
}

export function borderCollectionOf(place: Place): HostObject {
  return make(collectionType, place);
}

/** Which cells carry the lines of a side, and on which of their own sides. */
function carriers(rect: Rect, side: Side): { readonly rect: Rect; readonly edge: keyof Borders }[] {
  switch (side) {
    case 'EdgeTop':
      return [{ rect: { ...rect, lastRow: rect.row }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ rect: { ...rect, row: rect.lastRow }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, lastCol: rect.col }, edge: 'left' }];
    case 'EdgeRight':
      return [{ rect: { ...rect, col: rect.lastCol }, edge: 'right' }];
    case 'InsideHorizontal':
      if (rect.row === rect.lastRow) return [];
      return [{ rect: { ...rect, lastRow: rect.lastRow - 1 }, edge: 'bottom' }, { rect: { ...rect, row: rect.row + 1 }, edge: 'top' }];
    case 'InsideVertical':
      if (rect.col === rect.lastCol) return [];
      return [{ rect: { ...rect, lastCol: rect.lastCol - 1 }, edge: 'right' }, { rect: { ...rect, col: rect.col + 1 }, edge: 'left' }];
    case 'DiagonalDown':
      return [{ rect, edge: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ rect, edge: 'diagonalUp' }];
  }
}

function change({ place, side }: BorderState, patch: Partial<BorderLine>, location: string): void {
  for (const rect of place.rects) {
    for (const carrier of carriers(rect, side)) {
      changeStyle({ ...place, rects: [carrier.rect] }, (style) => {
        const line = { ...PLAIN, ...style.borders[carrier.edge], ...patch };
        const { [carrier.edge]: _, ...others } = style.borders;
        return { ...style, borders: line.style === 'None' ? others : { ...others, [carrier.edge]: line } };
      }, location);
    }
  }
}

/** What all lines of a side have in common; null when they differ or none is drawn. */
function read({ place, side }: BorderState, pick: (line: BorderLine | undefined) => string | null): string | null {
  const parts = place.rects.flatMap((rect) => carriers(rect, side).slice(0, 1));
  const [first] = parts;
  if (first === undefined) return pick(undefined);
  return common({ ...place, rects: parts.map((part) => part.rect) }, (style) => pick(style.borders[first.edge]));
}

const borderType: ObjectType<BorderState> = {
  name: 'RangeBorder',
  properties: {
    SideIndex: { get: (state) => state.side },
    Style: {
      get: (state) => read(state, (line) => line?.style ?? 'None'),
      set: (state, input, at) => change(state, { style: asOneOf(input, STYLES, at) }, at),
    },
    Weight: {
      get: (state) => read(state, (line) => line?.weight ?? 'Thin'),
      set: (state, input, at) => change(state, { style: 'Continuous', weight: asOneOf(input, WEIGHTS, at) }, at),
    },
    Color: {
      get: (state) => read(state, (line) => line?.color ?? '#000000'),
      set: (state, input, at) => change(state, { color: asColor(input, at) }, at),
    },
  },
};

const collectionType: ObjectType<Place> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => SIDES.length } },
  items: (place) => SIDES.map((side) => make(borderType, { place, side })),
  item: (place, [side], location) => make(borderType, { place, side: asOneOf(side, SIDES, location) }),
  methods: {
    GetItemAt: (place, [index], location) => {
      const side = SIDES[asInteger(index, location)];
      return side === undefined ? refuse('InvalidArgument', location) : make(borderType, { place, side });
    },
  },
};
