import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CheckOutcome, InputItem, Memory, PickedFile, Preview, PreviewOutcome, PreviewRequest, WriteReceipt } from '../../src/commands/types';
import type { Catalogue, Indicator, ReportingUnit } from '../../src/core/catalogue/types';
import type { CheckResult, Finding, FindingDraft } from '../../src/core/checks/finding';
import { makeFinding } from '../../src/core/checks/make';
import type { FactChange, HeldFigure, ProvinceFigure } from '../../src/core/consolidation/types';
import type { Submission } from '../../src/core/deadlines/types';
import type { Period } from '../../src/core/period';
import type { Assessment } from '../../src/core/targets/types';
import { staleFinding } from '../../src/core/memory/stale';
import { App } from '../../src/taskpane/App';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { clockAt } from '../../src/commands/clock';
import { createRibbon, type Ribbon } from '../../src/taskpane/ribbon';
import type { PaneCommands, PaneServices } from '../../src/taskpane/services';

export const JUNE: Period = { year: 2024, month: 6 };

const unit = (code: string, short: string): ReportingUnit => ({ code, name: short, short, aliases: [], kind: 'department', validFrom: null, validTo: null, openErrors: 'take' });

export const indicator = (code: string, short: string, rest: Partial<Indicator> = {}): Indicator => ({
  code, name: `${short} của tỉnh`, short, aliases: [], unit: 'tỷ đồng', scale: 1, decimals: 1,
  bounds: { min: 0, max: null, minExclusive: false, maxExclusive: false },
  kind: 'flow', aggregation: 'lead', target: { kind: 'number', value: 1000 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
  plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...rest,
});

export const catalogue: Catalogue = {
  ...programme2024(),
  year: 2024,
  indicators: [indicator('A01', 'Thu ngân sách'), indicator('A02', 'Kim ngạch xuất khẩu'), indicator('B01', 'Tỷ lệ hộ nghèo', { group: 'B', kind: 'rate', unit: '%', decimals: 2 })],
  units: [unit('CT', 'Cục Thuế'), unit('SCT', 'Sở Công Thương')],
  assignments: [], unitPlans: [], denominators: [], identities: [], holidays: [],
};

/** A finding on a cell of a sheet of the open workbook. */
export const finding = (draft: FindingDraft, place: { sheet?: string; file?: string; unit?: string | null } = {}): Finding =>
  makeFinding(draft, { file: place.file ?? 'So.xlsx', sheet: place.sheet ?? 'Biểu 01', unit: place.unit === undefined ? 'SCT' : place.unit, period: JUNE });

export const error = (cell: string, key = cell): Finding => finding({ code: 'V02', params: { role: 'cumulative', text: 'abc' }, cells: [cell], indicator: 'A02', key });
export const warning = (cell: string): Finding => finding({ code: 'V04', params: { role: 'cumulative', text: '1.051', readings: [1051, 1.051] }, cells: [cell], indicator: 'A01', key: cell });

export const result = (findings: readonly Finding[] = []): CheckResult => ({ findings, checks: { run: 61, skipped: 0, crashed: 0 }, cells: 412 });

/** No earlier run is known. */
export const noMemory: Memory = { hasLastRun: false, byFingerprint: new Map(), resolved: [] };

type Checked = Extract<CheckOutcome, { kind: 'checked' }>;

export const checked = (findings: readonly Finding[] = [], rest: Partial<Checked> = {}): Checked => ({
  kind: 'checked', sheet: 'Biểu 01', ownSheet: false, report: null, result: result(findings), fixes: new Map(), memory: noMemory, canRecord: false,
  highlights: { set: findings.length, refused: null }, roundTrips: 3, ...rest,
});

export const input = (rest: Partial<InputItem> = {}): InputItem => ({
  file: 'SCT.xlsx', sheet: 'Biểu 01', kind: 'file', status: 'read', unit: 'SCT', period: JUNE, use: 'month', hash: 'a1', result: result(), ...rest,
});

export const figure = (code: string, rest: Partial<ProvinceFigure> = {}): ProvinceFigure => ({
  indicator: code, month: 90, cumulative: 400, lastYear: 380, numerator: null, denominator: null, asOf: JUNE, coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [],
  provisional: false, dueNow: true, sources: [{ unit: 'SCT', period: JUNE, role: 'lead', file: 'SCT.xlsx', sheet: 'Biểu 01', cell: 'H12', value: 400, marks: [] }], ...rest,
});

export const assessment = (code: string, rest: Partial<Assessment> = {}): Assessment => ({
  indicator: code, target: 1000, percentOfPlan: 40, percentOfLastYear: 105.26, expected: 500, pathway: 'linear', scenarioMonth: null, part: null, gap: -600, gapToDate: -100, pace: 0.8, forecast: 800,
  forecastMethod: 'linear', forecastRange: null, forecastGap: -200, neededPerMonth: 100, broughtPerMonth: 66.67, effort: 1.5, rateNeeded: null, state: 'behind', judgedAt: JUNE, ...rest,
});

export const submission = (code: string, rest: Partial<Submission> = {}): Submission => ({
  unit: code, period: JUNE, owes: 'figures', deadline: '2024-06-17', receivedOn: null, file: null, fileModified: null, state: 'missing', errors: 0, warnings: 0, held: 0, ...rest,
});

export const change = (rest: Partial<FactChange> = {}): FactChange => ({ kind: 'added', unit: 'SCT', indicator: 'A02', period: JUNE, figure: 'cumulative', before: null, after: 400, ...rest });

export const heldFigure = (rest: Partial<HeldFigure> = {}): HeldFigure => ({
  unit: 'SCT', indicator: 'A01', period: JUNE, file: 'So.xlsx', sheet: 'Biểu 01', cell: 'H14', found: '1.051', codes: ['V04'], figure: 'cumulative', ...rest,
});

export function preview(rest: { held?: readonly HeldFigure[]; changes?: readonly FactChange[]; findings?: readonly Finding[]; plans?: Preview['plans']; inputs?: readonly InputItem[] } = {}): Preview {
  const held = rest.held ?? [];
  const changes = rest.changes ?? [change(), change({ kind: 'changed', indicator: 'A01', before: 9411.5, after: 9522.8 })];
  return {
    period: JUNE, asOf: '2024-06-18', catalogue, inputs: rest.inputs ?? [input()], reports: [],
    consolidation: {
      period: JUNE,
      units: { expected: ['CT', 'SCT'], received: ['SCT'], missing: ['CT'], inWords: { expected: [], received: [] } },
      figures: [figure('A01', { cumulative: 300 }), figure('A02'), figure('B01', { cumulative: null, sources: [] })],
      held, facts: [], changes, findings: [],
    },
    assessments: [
      assessment('A02', { state: 'onTrack', pace: 1.1, percentOfPlan: 55.9 }),
      assessment('A01', { state: 'farBehind', pace: 0.6, percentOfPlan: 30 }),
      assessment('B01', { state: 'noData', pace: null, percentOfPlan: null, expected: null, gap: null, gapToDate: null }),
    ],
    submissions: [submission('SCT', { state: 'onTimeWithErrors', errors: 2, warnings: 1, file: 'SCT.xlsx' }), submission('CT')],
    revisions: [],
    counts: { added: 1, changed: 1, removed: 0, leftOut: 0, held: held.length },
    findings: rest.findings ?? [], memory: noMemory, plans: rest.plans ?? [somePlan], roundTrips: 3,
  };
}

export const somePlan: Preview['plans'][number] = {
  sheet: 'Số liệu', isNew: false, blocks: [{ top: 1, left: 0, rows: [[1]] }], styles: [], merges: [], tables: [], conditionalFormats: [], validations: [], names: [], columnWidths: {}, rowHeights: {},
  hiddenColumns: [], freeze: null, print: null, tabColor: null, showGridlines: true, readBack: [],
};

export const receipt: WriteReceipt = { sheets: ['Tổng hợp', 'Số liệu'], createdSheets: ['Số liệu'], changes: [], resizedTables: [], readBack: [], cellsWritten: 1234, roundTrips: 3 };

/** What the pane called, with the answers of a story. */
export interface World {
  readonly commands: PaneCommands;
  readonly ribbon: Ribbon;
  readonly requests: PreviewRequest[];
  readonly gone: string[];
  readonly edit: (sheet: string) => void;
}

type Answers = Partial<Omit<PaneCommands, 'previewConsolidation'>> & { readonly previews?: (request: PreviewRequest, nth: number) => Promise<PreviewOutcome> };

export function world(answers: Answers = {}): World {
  const requests: PreviewRequest[] = [];
  const gone: string[] = [];
  let edited: (sheet: string) => void = () => undefined;
  const { previews, ...rest } = answers;
  return {
    requests,
    gone,
    edit: (sheet) => edited(sheet),
    ribbon: createRibbon(),
    commands: {
      checkSheet: async () => checked(),
      checkAll: async () => ({ kind: 'checkedAll', sheets: [], findings: [], memory: { hasLastRun: false, byFingerprint: new Map(), resolved: [] }, canRecord: false, highlights: { set: 0, refused: null }, roundTrips: 3 }),
      recordCheck: async () => ({ kind: 'recorded', receipt: null, rows: 0 }),
      explain: async () => ({ kind: 'recorded', receipt: null, rows: 1 }),
      applyFixes: async (edits) => ({ kind: 'fixed', receipt, fixed: edits.length, left: [] }),
      staleFinding: async (sheet) => staleFinding(sheet),
      checkFiles: async () => ({ catalogue, inputs: [] }),
      previewConsolidation: async (request) => {
        requests.push(request);
        return previews ? previews(request, requests.length) : { kind: 'preview', preview: preview() };
      },
      writeConsolidation: async () => ({ kind: 'written', receipt, differences: [], changes: [] }),
      takeBackWrite: async () => ({ kind: 'takenBack', report: { restored: 1234, left: [], removedSheets: ['Số liệu'] } }),
      removeHighlights: async () => ({ kind: 'removed', removed: 3 }),
      goToCell: async (sheet, address) => {
        gone.push(`${sheet}!${address}`);
        return null;
      },
      workbookState: async () => ({ kind: 'state', sheetName: 'Biểu 01', reportSheets: 2, hasOwnSheets: true, reportPeriod: JUNE }),
      onSheetEdited: async (handler) => {
        edited = handler;
        return () => undefined;
      },
      setReceipts: async () => ({ kind: 'recorded', receipt: null }),
      reminderTexts: async () => [],
      reminderFiles: async () => [],
      reminderSheets: async () => ({ kind: 'nothingToRemind' }),
      answers: async () => [],
      answerTexts: async () => [],
      answerFiles: async () => [],
      answerSheet: async () => ({ kind: 'written', sheet: 'Phản hồi SCT', receipt }),
      zipFiles: async () => new Uint8Array([1]),
      exportFindings: async (_request, format) => ({ fileName: `phat-hien.${format}`, bytes: new Uint8Array([1]) }),
      writeMonthlyReport: async () => ({ kind: 'written', period: JUNE, sheet: 'Báo cáo tháng', appendixSheet: 'Phụ lục', receipt }),
      monthlyReportFile: async () => ({ kind: 'noSummary' }),
      makeForms: async () => ({ kind: 'files', files: [], zip: { fileName: 'bieu-mau.zip', bytes: new Uint8Array([1]) }, findings: [] }),
      drawCharts: async () => ({ kind: 'there', sheet: 'Biểu đồ' }),
      traceCell: async () => ({ kind: 'noFigure', sheet: 'Biểu 01', address: 'A1' }),
      traceFigure: async () => ({ kind: 'noSummary' }),
      lookBack: async () => ({ kind: 'nothingStored' }),
      closeMonth: async ({ period }) => ({ kind: 'noFigures', period }),
      newYearCatalogue: async () => ({ kind: 'otherYear', from: 2024, wanted: 2026 }),
      openMadeFile: async () => null,
      ...rest,
    },
  };
}

export const samples: readonly PickedFile[] = [{ name: 'SCT_2024-06.xlsx', bytes: new Uint8Array([1]), lastModified: null }];

export function open(story: World, locale: 'vi' | 'en' = 'vi') {
  const services: PaneServices = {
    commands: story.commands,
    catalogue,
    clock: clockAt(() => new Date(2024, 6, 15, 9, 12, 33)),
    ribbon: story.ribbon,
    canDownload: true, loadSamples: async () => ({ files: samples, period: JUNE }),
  };
  const user = userEvent.setup();
  return { user, ...render(<App services={services} locale={locale} hostBackground="#ffffff" />) };
}

export const pickFile = (name: string): File => new File([new Uint8Array([80, 75, 3, 4])], name, { lastModified: 1 });
export const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });
