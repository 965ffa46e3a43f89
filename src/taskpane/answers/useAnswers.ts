import { useCallback, useMemo, useState } from 'react';
import type { Finding, Memory } from '../../commands/types';
import type { Period } from '../../core/period';
import { useServices } from '../services';
import { copyText } from '../shared/copyText';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';
import { useHandOut } from './useHandOut';

export interface AnswerSource {
  readonly findings: readonly Finding[];
  readonly memory: Memory | null;
  /** null: whatever the findings are about. */
  readonly period: Period | null;
}

export interface AnswerControl {
  readonly busy: boolean;
  readonly copy: () => Promise<void>;
  /** One workbook, or a .zip of one for each unit. */
  readonly save: () => Promise<void>;
  /** A sheet of the open workbook for each unit. */
  readonly write: () => Promise<void>;
  readonly exportAs: (format: 'csv' | 'json') => Promise<void>;
}

/** What goes back to the units, and out to other programs; how it went is told. */
export function useAnswers({ findings, memory, period }: AnswerSource, tell: (notice: Notice | null) => void): AnswerControl {
  const { commands } = useServices();
  const handOut = useHandOut();
  const { t, catalogue } = useText();
  const [busy, setBusy] = useState(false);
  const request = useMemo(() => ({ findings, catalogue, period, memory }), [findings, catalogue, period, memory]);

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

  const nothing = useCallback((): Notice => ({ intent: 'info', title: t('answer.nothing') }), [t]);

  const copy = useCallback(() => work(async () => {
    const texts = await commands.answerTexts(request);
    const [only] = texts;
    if (!only) return nothing();
    const text = texts.map((each) => each.text).join('\n\n');
    if (!(await copyText(text))) return { intent: 'warning', title: t('answer.copyFailed'), body: t('answer.copyFailedDo'), detail: text };
    return { intent: 'success', title: texts.length === 1 ? t('answer.copied', { unit: only.unitName }) : t('answer.copiedAll', { count: texts.length }) };
  }), [commands, nothing, request, t, work]);

  const save = useCallback(() => work(async () => {
    const files = await commands.answerFiles(request);
    const [only] = files;
    if (!only) return nothing();
    if (files.length === 1) return handOut(only);
    return handOut({ fileName: t('answer.zipName'), bytes: await commands.zipFiles(files) });
  }), [commands, handOut, nothing, request, t, work]);

  const write = useCallback(() => work(async () => {
    const made: string[] = [];
    for (const { unit } of await commands.answerTexts(request)) {
      const outcome = await commands.answerSheet(request, unit);
      if (outcome.kind === 'refused') return refusalNotice(outcome.refusal, t);
      if (outcome.kind === 'written') made.push(outcome.sheet);
    }
    return made.length === 0 ? nothing() : { intent: 'success', title: t('answer.made', { sheets: made.map((sheet) => `“${sheet}”`).join(', ') }) };
  }), [commands, nothing, request, t, work]);

  const exportAs = useCallback((format: 'csv' | 'json') => work(async () => handOut(await commands.exportFindings(request, format))), [commands, handOut, request, work]);

  return { busy, copy, save, write, exportAs };
}
