import { useCallback, useRef, useState } from 'react';
import type { Period } from '../../core/period';
import { useHandOut } from '../answers/useHandOut';
import { useServices } from '../services';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';

/** How far a task of many steps has come; null while none runs. */
export interface TaskProgress {
  readonly done: number;
  readonly total: number;
}

export interface MonthTasks {
  readonly busy: boolean;
  readonly progress: TaskProgress | null;
  readonly cancel: () => void;
  readonly makeForms: (as: 'files' | 'sheets') => Promise<void>;
  readonly closeMonth: (by: string) => Promise<void>;
  readonly newYear: () => Promise<void>;
  readonly report: (as: 'sheets' | 'file') => Promise<void>;
}

/** What a month asks for beside checking and consolidating; how each went is told, and what it wrote can be taken back. */
export function useMonthTasks(period: Period, tell: (notice: Notice | null) => void, changed: () => void): MonthTasks {
  const { commands, clock } = useServices();
  const text = useText();
  const { t, number } = text;
  const handOut = useHandOut();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  const running = useRef<AbortController | null>(null);

  const work = useCallback(
    async (task: (signal: AbortSignal) => Promise<Notice>): Promise<void> => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      setBusy(true);
      tell(null);
      try {
        tell(await task(controller.signal));
      } catch (error) {
        tell(failureNotice(wordsOf(error), t));
      } finally {
        running.current = null;
        setBusy(false);
        setProgress(null);
        changed();
      }
    },
    [changed, t, tell],
  );

  const makeForms = useCallback(
    (as: 'files' | 'sheets') => work(async (signal) => {
      const outcome = await commands.makeForms({ period, units: 'all', as, signal, onProgress: ({ done, total }) => setProgress({ done, total }) });
      switch (outcome.kind) {
        case 'files':
          return handOut(outcome.zip);
        case 'sheets': {
          const present = outcome.present.length > 0 ? t('forms.present', { count: number(outcome.present.length) }) : undefined;
          return { intent: 'success', title: t('forms.sheetsMade', { count: number(outcome.made.length) }), ...(present ? { body: present } : {}) };
        }
        case 'otherYear':
          return { intent: 'warning', title: t('forms.otherYear', { year: outcome.catalogueYear }) };
        case 'unknownUnits':
          return { intent: 'warning', title: t('forms.unknownUnits', { units: outcome.units.join(', ') }) };
        case 'cancelled':
          return { intent: 'info', title: t('forms.cancelled', { done: number(outcome.done), total: number(outcome.total) }) };
        case 'refused':
          return refusalNotice(outcome.refusal, t);
      }
    }),
    [commands, handOut, number, period, t, work],
  );

  const closeMonth = useCallback(
    (by: string) => work(async () => {
      const outcome = await commands.closeMonth({ period, by, on: clock.today(), now: clock.now() });
      switch (outcome.kind) {
        case 'closed':
          return {
            intent: 'success', title: t('close.done', { ...period, count: number(outcome.figures) }),
            ...(outcome.provisional > 0 ? { body: t('close.provisional', { count: number(outcome.provisional) }) } : {}),
          };
        case 'alreadyClosed':
          return { intent: 'info', title: t('close.already', { ...period, date: text.date(outcome.closedOn) }) };
        case 'noFigures':
          return { intent: 'info', title: t('close.nothing', period) };
        case 'stale':
          return { intent: 'warning', title: t('written.stale', { sheet: outcome.sheet }), body: t('written.readAgain') };
        case 'refused':
          return refusalNotice(outcome.refusal, t);
      }
    }),
    [clock, commands, number, period, t, text, work],
  );

  const newYear = useCallback(
    () => work(async () => {
      const outcome = await commands.newYearCatalogue({ year: null, now: clock.now() });
      switch (outcome.kind) {
        case 'made':
          return handOut(outcome.file);
        case 'otherYear':
          return { intent: 'warning', title: t('forms.otherYear', { year: outcome.from }) };
        case 'refused':
          return refusalNotice(outcome.refusal, t);
      }
    }),
    [clock, commands, handOut, t, work],
  );

  const report = useCallback(
    (as: 'sheets' | 'file') => work(async () => {
      const request = { asOf: clock.today(), period };
      const outcome = as === 'file' ? await commands.monthlyReportFile(request) : await commands.writeMonthlyReport(request);
      switch (outcome.kind) {
        case 'made':
          return handOut(outcome.file);
        case 'written':
          return { intent: 'success', title: t('report.made', { sheets: `“${outcome.sheet}”, “${outcome.appendixSheet}”` }) };
        case 'nothingToWrite':
          return { intent: 'info', title: t('report.same', { sheets: `“${outcome.sheet}”, “${outcome.appendixSheet}”` }) };
        case 'noSummary':
          return { intent: 'warning', title: t('report.noSummary') };
        case 'otherMonth':
          return { intent: 'warning', title: t('report.otherMonth', outcome.standing), body: t('report.otherMonthDo', period) };
        case 'stale':
          return { intent: 'warning', title: t('written.stale', { sheet: outcome.sheet }), body: t('written.readAgain') };
        case 'refused':
          return refusalNotice(outcome.refusal, t);
      }
    }),
    [clock, commands, handOut, period, t, work],
  );

  return { busy, progress, cancel: () => running.current?.abort(), makeForms, closeMonth, newYear, report };
}
