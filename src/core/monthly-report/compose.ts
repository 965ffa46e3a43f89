import type { CatalogueIndex } from '../catalogue/types';
import { STATE_WORDS } from '../sheets/words';
import type { AssessmentState } from '../targets/types';
import { disciplineParagraphs } from './discipline';
import { indicatorParts } from './indicator-parts';
import type { ObstacleReading, ReportReading, SummaryReading, SummaryRow } from './read';
import { folded, type Grouped } from './same-words';
import type { HeadingKey, NumberPart, Paragraph, Sentence, TextPart } from './types';

const GOOD: readonly AssessmentState[] = ['met', 'onTrack'];
/** The worst first, as the leaders read it. */
const BAD: readonly AssessmentState[] = ['worsening', 'farBehind', 'notMet', 'behind'];
const COUNTED: readonly AssessmentState[] = ['met', 'onTrack', 'behind', 'farBehind', 'worsening', 'notMet', 'noData', 'notDue', 'cannotJudge'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V'] as const;

/**
 * The monthly report as sentences made from what stands in Tổng hợp, TheoDoiNop and VuongMac by fixed rules. The same
 * workbook always gives the same report; nothing is judged here that Tổng hợp does not say.
 */
export function composeReport(reading: ReportReading, index: CatalogueIndex): readonly Paragraph[] {
  const { summary, obstacles } = reading;
  const lagging = BAD.flatMap((state) => summary.rows.filter((row) => row.state === state));
  const sections: readonly (readonly [HeadingKey, readonly Paragraph[]])[] = [
    ['overview', overview(summary)],
    ['results', [
      ...numbered(1, 'achieved', achieved(summary)),
      ...numbered(2, 'behind', behind(summary, lagging, obstacles, index)),
      ...numbered(3, 'open', [...open(summary), ...reading.overdueTasks.map((parts) => text(true, { template: 'overdueTask', parts }))]),
    ]],
    ['discipline', disciplineParagraphs(reading.submissions)],
    ['obstacles', [
      ...numbered(1, 'otherObstacles', otherObstacles(lagging, obstacles)),
      ...numbered(2, 'remedies', remedies(obstacles)),
    ]],
    ['proposals', proposals(reading, lagging, index)],
  ];
  return [
    text(false, { template: 'opening', parts: { month: summary.month, year: summary.year } }),
    ...sections.flatMap(([heading, paragraphs], n): Paragraph[] => [{ kind: 'heading', level: 1, ordinal: `${ROMAN[n] ?? n + 1}.`, heading }, ...paragraphs]),
  ];
}

export function text(bullet: boolean, ...sentences: readonly Sentence[]): Paragraph {
  return { kind: 'text', bullet, sentences };
}

const NONE: Sentence = { template: 'noneSuch', parts: {} };

function numbered(number: number, heading: HeadingKey, paragraphs: readonly Paragraph[]): Paragraph[] {
  return [{ kind: 'heading', level: 2, ordinal: `${number}.`, heading }, ...(paragraphs.length === 0 ? [text(false, NONE)] : paragraphs)];
}

function countOf(summary: SummaryReading, rows: readonly SummaryRow[], label: string, word?: string): NumberPart {
  const cells = rows.map(summary.stateCell);
  return { kind: 'number', value: rows.length, decimals: 0, reference: { kind: 'count', sheet: summary.sheet, cells, label, ...(word === undefined ? {} : { within: summary.stateArea, word }) } };
}

function overview(summary: SummaryReading): Paragraph[] {
  const { rows } = summary;
  const withFigure = rows.filter((row) => row.number('cumulative', 0) !== null);
  const counts = COUNTED.flatMap((state) => {
    const members = rows.filter((row) => row.state === state);
    return members.length === 0 ? [] : [{ state, count: countOf(summary, members, 'Trạng thái', STATE_WORDS[state]) }];
  });
  const provisional = rows.filter((row) => row.isProvisional);
  return [
    text(
      false,
      { template: 'coverage', parts: { month: summary.month, total: countOf(summary, rows, 'Chỉ tiêu'), withFigure: countOf(summary, withFigure, 'Chỉ tiêu có số liệu') } },
      { template: 'states', parts: { counts } },
    ),
    ...(provisional.length === 0 ? [] : [text(false, { template: 'provisional', parts: { count: countOf(summary, provisional, 'Tạm tính') } })]),
    text(false, { template: 'method', parts: {} }),
  ];
}

function indicatorSentence(summary: SummaryReading, row: SummaryRow): Sentence[] {
  const parts = indicatorParts(summary, row);
  return parts === null ? [] : [{ template: 'indicator', parts }];
}

function achieved(summary: SummaryReading): Paragraph[] {
  return summary.rows.filter(({ state }) => state !== null && GOOD.includes(state)).flatMap((row) => {
    const sentences = indicatorSentence(summary, row);
    return sentences.length === 0 ? [] : [text(true, ...sentences)];
  });
}

function behind(summary: SummaryReading, lagging: readonly SummaryRow[], obstacles: readonly ObstacleReading[], index: CatalogueIndex): Paragraph[] {
  return lagging.flatMap((row) => {
    const sentences = indicatorSentence(summary, row);
    if (sentences.length === 0) return [];
    const causes = causesOf(row, obstacles).map((said): Sentence => ({ template: 'cause', parts: said }));
    return [text(true, ...sentences, ...(causes.length > 0 ? causes : [{ template: 'noCause', parts: { units: unitsOf(row, index) } } as const]))];
  });
}

function causesOf({ indicator }: SummaryRow, obstacles: readonly ObstacleReading[]): readonly Grouped[] {
  const codes = [indicator.code, indicator.derivation?.of];
  return folded(obstacles.filter((each) => codes.includes(each.indicator.code)), ({ cause }) => cause);
}

/** So many units are named; more of them are "các đơn vị được giao". */
const MOST_NAMED = 3;

/** Who answers for an indicator: lead or parts; of a derived one, those of what it is derived from. None where they are many. */
function unitsOf({ indicator, name }: SummaryRow, index: CatalogueIndex): TextPart[] {
  const source = indicator.derivation?.of ?? indicator.code;
  const units = index.contributors(source);
  return units.length > MOST_NAMED ? [] : units.flatMap(({ unit }) => (unit === null ? [] : [{ kind: 'text', text: index.unit(unit)?.name ?? unit, reference: name.reference } as const]));
}

const namesOf = (rows: readonly SummaryRow[]): TextPart[] => rows.map(({ name }) => name);

function open(summary: SummaryReading): Paragraph[] {
  const milestones = summary.rows.filter(({ indicator }) => indicator.target?.kind === 'date');
  const others = summary.rows.filter((row) => !milestones.includes(row));
  const of = (state: AssessmentState): SummaryRow[] => others.filter((row) => row.state === state);
  const [without, notDue] = [of('noData'), of('notDue')];
  return [
    ...(without.length === 0 ? [] : [text(true, { template: 'withoutFigure', parts: { count: countOf(summary, without, 'Chưa có số liệu'), names: namesOf(without) } })]),
    ...(notDue.length === 0 ? [] : [text(true, { template: 'notDue', parts: { count: countOf(summary, notDue, 'Không đến kỳ'), names: namesOf(notDue) } })]),
    ...of('cannotJudge').flatMap((row) => indicatorSentence(summary, row).map((sentence) => text(true, sentence))),
    ...milestones.flatMap((row) => {
      const date = row.date('plan');
      return date === null ? [] : [text(true, { template: 'milestone', parts: { name: row.name, date, hasPassed: row.state === 'noData' } })];
    }),
  ];
}

/** Causes that section II has not told already. */
function otherObstacles(lagging: readonly SummaryRow[], obstacles: readonly ObstacleReading[]): Paragraph[] {
  const told = new Set(lagging.flatMap(({ indicator }) => [indicator.code, indicator.derivation?.of]));
  return folded(obstacles.filter(({ indicator }) => !told.has(indicator.code)), ({ cause }) => cause).map((parts) => text(true, { template: 'obstacle', parts }));
}

function remedies(obstacles: readonly ObstacleReading[]): Paragraph[] {
  return folded(obstacles, ({ remedy }) => remedy).map((parts) => text(true, { template: 'remedy', parts }));
}

/** What the department asks for, each by one rule: behind → urge who answers for it; no cause → ask for it; no report → ask for it. */
function proposals({ summary, submissions, obstacles }: ReportReading, lagging: readonly SummaryRow[], index: CatalogueIndex): Paragraph[] {
  const byUnits = new Map<string, { readonly units: readonly TextPart[]; readonly names: TextPart[] }>();
  for (const row of lagging) {
    const units = unitsOf(row, index);
    const key = units.map(({ text: name }) => name).join('|');
    const group = byUnits.get(key) ?? { units, names: [] };
    group.names.push(row.name);
    byUnits.set(key, group);
  }
  const silent = lagging.filter((row) => causesOf(row, obstacles).length === 0);
  const missing = submissions.filter(({ state, owes }) => state === 'missing' && owes === 'figures').map(({ unit }) => unit);
  const asked = [
    ...[...byUnits.values()].map((parts): Sentence => ({ template: 'pushBehind', parts })),
    ...(silent.length === 0 ? [] : [{ template: 'askCauses', parts: { count: countOf(summary, silent, 'Chưa nêu nguyên nhân') } } as const]),
    ...(missing.length === 0 ? [] : [{ template: 'pushMissing', parts: { units: missing } } as const]),
  ];
  return asked.length === 0 ? [text(false, { template: 'askUs', parts: {} })] : asked.map((sentence) => text(true, sentence));
}
