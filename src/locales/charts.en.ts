import type { chartsVi } from './charts.vi';

export const chartsEn: { readonly [K in keyof typeof chartsVi]: string } = {
  'charts.pictures': 'Charts',
  'charts.loading': 'Drawing the charts…',
  'charts.actual': 'Actual',
  'charts.planned': 'Plan',
  'charts.lastYear': 'Last year',
  'charts.partial': 'Units missing',
  'charts.legend': 'How to read the charts',
  'charts.none': 'No monthly figures yet.',
  'charts.of': '{name}, cumulative by month ({unit}). {points}. {state}.',
  'charts.point': 'Month {month}: {value}{partial}{planned}{lastYear}',
  'charts.pointPartial': ' (units missing)',
  'charts.pointPlanned': ', plan {value}',
  'charts.pointLastYear': ', last year {value}',
  'charts.sheet': 'Chart sheet',
  'charts.drawn': '{count} charts were drawn on the sheet “{sheet}”.',
  'charts.there': 'The charts are on the sheet “{sheet}”.',
  'charts.noTables': 'This workbook lacks the tables to draw from: consolidate a month first.',
  'charts.stale': 'The sheet “{sheet}” has just been edited: press again.',
};
