import type { ChartModel } from '../model/types';
import { asText } from './arguments';
import { refuse } from './errors';
import { make, value, type HostObject, type ObjectType, type Outcome } from './objects';
import type { SheetState } from './worksheet';

/** Charts are kept, not drawn: the stand-in knows that they are there and their names. */
export function chartsOf(state: SheetState): HostObject {
  return make(collectionType, state);
}

const chartType: ObjectType<ChartModel> = {
  name: 'Chart',
  identity: (chart) => ({ Id: chart.id }),
  properties: { Id: { get: (chart) => chart.id }, Name: { get: (chart) => chart.name } },
};

const collectionType: ObjectType<SheetState> = {
  name: 'ChartCollection',
  properties: { Count: { get: ({ sheet }) => sheet.charts.length } },
  items: ({ sheet }) => sheet.charts.map((chart) => make(chartType, chart)),
  item: ({ sheet }, [key], location) => {
    const chart = sheet.charts.find((each) => each.id === key || each.name === key) ?? refuse('ItemNotFound', location);
    return make(chartType, chart);
  },
  methods: {
    GetCount: ({ sheet }) => value(sheet.charts.length),
    GetItemOrNullObject: ({ sheet }, [name], location): Outcome => {
      const chart = sheet.charts.find((each) => each.name === asText(name, location));
      return chart === undefined ? null : make(chartType, chart);
    },
  },
};
