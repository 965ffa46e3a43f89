import { useCallback, useMemo, useState } from 'react';
import type { Preview } from '../../commands/types';
import type { Submission } from '../../core/deadlines/types';
import type { IsoDate } from '../../core/period';
import { useHandOut } from '../answers/useHandOut';
import { useServices } from '../services';
import { copyText } from '../shared/copyText';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';

/** Units by code; null: all that give reason to. */
type Chosen = readonly string[] | null;

export interface UnitsControl {
  readonly busy: boolean;
  readonly copy: (units: Chosen) => Promise<void>;
  /** One workbook, or a .zip of one for each unit. */
  readonly save: (units: Chosen) => Promise<void>;
  /** A sheet of the open workbook for each unit. */
  readonly write: (units: Chosen) => Promise<void>;
  readonly setReceipt: (submission: Submission, date: IsoDate | null) => Promise<void>;
}

/** Reminders and days of receipt; how it went is told. */
export function useUnits({ submissions, catalogue, period, asOf }: Preview, tell: (notice: Notice | null) => void, onReceipts: () => void): UnitsControl {
  const { commands, canDownload } = useServices();
  const text = useText();
  const { t, number } = text;
  const handOut = useHandOut();
  const [busy, setBusy] = useState(false);
  const request = useCallback((units: Chosen) => ({ submissions, catalogue, period, asOf, ...(units === null ? {} : { units }) }), [submissions, catalogue, period, asOf]);

  const work = useCallback(
    async (task: () => Promise<Notice | null>): Promise<void> => {
      setBusy(true);
      try {
        tell(await task());
      } catch (error) {
        tell(failureNotice(wordsOf(error), t));
      } finally {
        setBusy(false);
      }
    },
    [t, tell],
  );
  const nothing = useCallback((): Notice => ({ intent: 'info', title: t('remind.nothing') }), [t]);

  const copy = useCallback((units: Chosen) => work(async () => {
    const texts = await commands.reminderTexts(request(units));
    const [only] = texts;
    if (!only) return nothing();
    const all = texts.map((each) => each.text).join('\n\n');
    if (!(await copyText(all))) return { intent: 'warning', title: t('answer.copyFailed'), body: t('answer.copyFailedDo'), detail: all };
    return { intent: 'success', title: texts.length === 1 ? t('remind.copied', { unit: only.unitName }) : t('remind.copiedAll', { count: number(texts.length) }) };
  }), [commands, nothing, number, request, t, work]);

  const save = useCallback((units: Chosen) => work(async () => {
    const files = await commands.reminderFiles(request(units));
    const [only] = files;
    if (!only) return nothing();
    if (files.length === 1) return handOut(only);
    if (!canDownload) return { intent: 'warning', title: t('answer.notSaved'), body: t('remind.notSavedDo') };
    return handOut({ fileName: t('remind.zipName', period), bytes: await commands.zipFiles(files) });
  }), [canDownload, commands, handOut, nothing, period, request, t, work]);

  const write = useCallback((units: Chosen) => work(async () => {
    const outcome = await commands.reminderSheets(request(units));
    switch (outcome.kind) {
      case 'nothingToRemind':
        return nothing();
      case 'refused':
        return refusalNotice(outcome.refusal, t);
      case 'written':
        return { intent: 'success', title: t('remind.made', { count: number(outcome.sheets.length) }) };
    }
  }), [commands, nothing, number, request, t, work]);

  const setReceipt = useCallback((submission: Submission, receivedOn: IsoDate | null) => work(async () => {
    const outcome = await commands.setReceipts([{ submission, receivedOn }]);
    switch (outcome.kind) {
      case 'noTable':
        return { intent: 'info', title: t('receipt.noTable'), body: t('receipt.noTableDo') };
      case 'stale':
        return { intent: 'warning', title: t('receipt.stale') };
      case 'refused':
        return refusalNotice(outcome.refusal, t);
      case 'recorded':
        onReceipts();
        return { intent: 'success', title: receivedOn === null ? t('receipt.removed', { name: text.unit(submission.unit) }) : t('receipt.saved', { name: text.unit(submission.unit), date: text.date(receivedOn) }) };
    }
  }), [commands, onReceipts, t, text, work]);

  return useMemo(() => ({ busy, copy, save, write, setReceipt }), [busy, copy, save, write, setReceipt]);
}
