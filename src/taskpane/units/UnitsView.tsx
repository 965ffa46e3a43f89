import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Preview } from '../../commands/types';
import { timeLeft } from '../../core/deadlines/deadline';
import { lateRun } from '../../core/deadlines/runs';
import type { Submission, Timeliness } from '../../core/deadlines/types';
import { samePeriod } from '../../core/period';
import { Fold } from '../shared/Fold';
import type { Notice } from '../shared/notice';
import { useText } from '../text';
import { ReminderMenu } from './ReminderMenu';
import { UnitMatrix } from './UnitMatrix';
import { UnitRow } from './UnitRow';
import { useUnits } from './useUnits';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  summary: { fontVariantNumeric: 'tabular-nums' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** What needs a telephone call comes first. */
const ORDER: readonly Timeliness[] = ['missing', 'late', 'onTimeWithErrors', 'receivedUnknownDate', 'onTimeClean', 'notYetDue', 'notTracked'];

interface Props {
  readonly preview: Preview;
  readonly tell: (notice: Notice | null) => void;
  /** A date was written into the workbook: what is shown is of before. */
  readonly onReceipts: () => void;
}

/** "Đơn vị": who is in, late, missing, and in what condition; the months side by side; the reminders. */
export function UnitsView({ preview, tell, onReceipts }: Props) {
  const { submissions, period, consolidation, catalogue, asOf } = preview;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(null);
  const control = useUnits(preview, tell, onReceipts);
  const ofMonth = useMemo(
    () => submissions.filter((one) => samePeriod(one.period, period)).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.errors - a.errors),
    [submissions, period],
  );
  const runs = useMemo(() => new Map(ofMonth.map(({ unit }) => [unit, lateRun(submissions, unit, period).length])), [ofMonth, submissions, period]);
  const left = timeLeft(period, asOf, catalogue);
  const { lateMonths } = catalogue.thresholds;
  const running = [...runs.values()].filter((count) => count >= lateMonths).length;
  const figures = ofMonth.filter((one) => one.owes === 'figures');
  const words = ofMonth.filter((one) => one.owes === 'words');
  const others = ofMonth.filter((one) => one.owes === 'nothing');
  const { units } = consolidation;
  const rows = (list: readonly Submission[]) => (
    <div role="list" aria-label={t('units.list')}>
      {list.map((submission) => (
        <UnitRow
          key={submission.unit}
          submission={submission}
          run={(runs.get(submission.unit) ?? 0) >= lateMonths ? (runs.get(submission.unit) ?? 0) : 0}
          today={asOf}
          open={open === submission.unit}
          control={control}
          onToggle={() => setOpen(open === submission.unit ? null : submission.unit)}
        />
      ))}
    </div>
  );
  return (
    <div className={styles.view}>
      <div>
        <div className={styles.summary} data-testid="unit-summary">
          {t('units.summary', { received: number(units.received.length), missing: number(units.missing.length), late: number(figures.filter((one) => one.state === 'late').length) })}
          {figures.length > 0 && ` · ${t('units.deadline', { date: text.date(left.deadline) })}`}
        </div>
        <div className={styles.small} data-testid="unit-time-left">
          {left.workingDays === null ? t('units.past') : left.workingDays === 0 ? t('units.lastDay') : t('units.left', { count: number(left.workingDays) })}
          {left.timely !== left.deadline && ` ${t('units.grace', { date: text.date(left.timely) })}`}
        </div>
        {running > 0 && <div className={styles.small}>{t('units.running', { count: number(running), months: number(lateMonths) })}</div>}
      </div>
      <ReminderMenu control={control} />
      {ofMonth.length === 0 && <div>{t('units.noneExpected')}</div>}
      {figures.length > 0 && (
        <Fold title={t('units.figures', { received: number(units.received.length), expected: number(units.expected.length) })} open>
          {rows(figures)}
        </Fold>
      )}
      {words.length > 0 && <Fold title={t('units.words', { received: number(units.inWords.received.length), expected: number(units.inWords.expected.length) })}>{rows(words)}</Fold>}
      {others.length > 0 && <Fold title={t('units.others', { count: number(others.length) })}>{rows(others)}</Fold>}
      <Fold title={t('units.byMonth')}>
        <UnitMatrix submissions={submissions} period={period} />
      </Fold>
    </div>
  );
}
