import type { CatalogueIndex } from '../catalogue/types';
import type { Period } from '../period';
import type { Figure, FigureRole, Report } from '../report/types';
import { CODES } from './codes';
import type { FindingCode, FindingDraft } from './finding';
import type { History } from './history';
import { FACT_ROLES, FIGURE_ROLES, isMadeOfParts, numberOf, type CheckContext, type IndicatorRow } from './rule';

/** What a report is checked against. `reportPeriod` is the month being consolidated, null when none was chosen. */
export interface CheckInput {
  readonly report: Report;
  readonly index: CatalogueIndex;
  readonly reportPeriod: Period | null;
  readonly history: History;
}

/** A context that learns which cells are in doubt as the rules go along. */
export interface LearningContext {
  readonly context: CheckContext;
  /** Remembers a rule's finding, so that later rules leave its cells alone. */
  learn(draft: FindingDraft): void;
  /** Whether a finding keeps its cells' figures out, after looking at what makes the figure. */
  holds(draft: FindingDraft): boolean;
}

/** The percentages beside the figures follow from them and are judged by L07 alone. */
const JUDGED: ReadonlySet<FigureRole> = new Set(FIGURE_ROLES);
/** Codes on single cells after which the number is not to be trusted; what they mark takes no part in later rules. */
const CELL_DOUBTS: ReadonlySet<FindingCode> = new Set<FindingCode>(['V02', 'V04', 'V06', 'V07', 'V08', 'V14', 'V15', 'V24', 'T01', 'T08', 'T09']);
/** Codes that put a whole row in doubt. */
const ROW_DOUBTS: ReadonlySet<FindingCode> = new Set<FindingCode>(['K09', 'K10', 'S14']);

/** Prepares one report for the rules: rows by indicator, cells by address. Linear in the cells. */
export function learningContext(input: CheckInput): LearningContext {
  const { report, index } = input;
  const unit = report.unit !== null && index.unit(report.unit) ? report.unit : null;
  const rows: IndicatorRow[] = [];
  const byIndicator = new Map<string, IndicatorRow[]>();
  const filled: { readonly view: IndicatorRow; readonly figure: Figure }[] = [];
  const places = new Map<string, { readonly view: IndicatorRow; readonly figure: Figure }>();
  for (const row of report.rows) {
    const indicator = row.match.how === 'none' ? null : index.indicator(row.match.indicator);
    if (!indicator) continue;
    const same = byIndicator.get(indicator.code) ?? [];
    const assignment = unit === null ? null : index.assignment(unit, indicator.code);
    const view: IndicatorRow = { row, indicator, assignment, ordinal: same.length };
    same.push(view);
    byIndicator.set(indicator.code, same);
    rows.push(view);
    for (const figure of Object.values(row.figures)) {
      if (figure.reading.kind === 'blank') continue;
      const place = { view, figure };
      places.set(figure.address, place);
      if (indicator.unit !== '' && JUDGED.has(figure.role)) filled.push(place);
    }
  }

  const doubtedCells = new Set<string>();
  const doubtedIndicators = new Set<string>();
  const context: CheckContext = {
    report,
    index,
    unit,
    period: report.period,
    reportPeriod: input.reportPeriod,
    history: input.history,
    rows,
    filled,
    byIndicator,
    sound(row, role) {
      const figure = row.row.figures[role];
      if (!figure || doubtedCells.has(figure.address) || doubtedIndicators.has(row.indicator.code)) return null;
      return numberOf(figure);
    },
  };

  const holds = (draft: FindingDraft): boolean => {
    const { held: byDefault, scope } = CODES[draft.code];
    const held = draft.held ?? byDefault;
    if (!held || scope !== 'cell') return held;
    // A doubt about a cell that never becomes a fact, or that numerator ÷ denominator replaces, keeps nothing out.
    const concerned = (draft.cells ?? []).flatMap((cell) => places.get(cell) ?? []);
    return concerned.length === 0 || concerned.some(({ view, figure: { role } }) => FACT_ROLES.has(role) && (role === 'numerator' || role === 'denominator' || !isMadeOfParts(view)));
  };

  return {
    context,
    learn(draft) {
      if (CELL_DOUBTS.has(draft.code)) for (const cell of draft.cells ?? []) doubtedCells.add(cell);
      if (ROW_DOUBTS.has(draft.code) && draft.indicator && (draft.held ?? CODES[draft.code].held)) doubtedIndicators.add(draft.indicator);
    },
    holds,
  };
}
