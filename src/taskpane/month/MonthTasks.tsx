import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Period } from '../../core/period';
import { Fold } from '../shared/Fold';
import type { Notice } from '../shared/notice';
import { useWho } from '../shared/useWho';
import { useText } from '../text';
import { useMonthTasks } from './useMonthTasks';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalS },
  task: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  who: { flex: '1 1 140px', minWidth: 0 },
});

interface Props {
  readonly period: Period;
  /** A consolidation runs: nothing else may write meanwhile. */
  readonly busy: boolean;
  readonly tell: (notice: Notice | null) => void;
  /** The workbook may have changed. */
  readonly changed: () => void;
  readonly children?: ReactNode;
}

/** The rest of the month's round: forms out, the report up, the month closed, the next year begun. */
export function MonthTasks(props: Props) {
  const { period, tell, changed } = props;
  const { t, number } = useText();
  const styles = useStyles();
  const tasks = useMonthTasks(period, tell, changed);
  const [who, setWho] = useWho();
  const [by, setBy] = useState(who);
  const busy = props.busy || tasks.busy;
  return (
    <Fold title={t('month.title', period)}>
      <div className={styles.list} data-testid="month-tasks">
        <Task title={t('forms.title', period)} words={t('forms.words')}>
          <Button size="small" disabledFocusable={busy} data-testid="forms-files" onClick={() => void tasks.makeForms('files')}>{t('forms.files')}</Button>
          <Button size="small" disabledFocusable={busy} data-testid="forms-sheets" onClick={() => void tasks.makeForms('sheets')}>{t('forms.sheets')}</Button>
          {tasks.progress && (
            <span className={styles.small} role="status">
              {t('forms.progress', { done: number(tasks.progress.done), total: number(tasks.progress.total) })}{' '}
              <Button size="small" appearance="subtle" onClick={tasks.cancel}>{t('consolidate.cancel')}</Button>
            </span>
          )}
        </Task>
        <Task title={t('report.title')} words={t('report.words')}>
          <Button size="small" disabledFocusable={busy} data-testid="report-sheets" onClick={() => void tasks.report('sheets')}>{t('report.sheets')}</Button>
          <Button size="small" disabledFocusable={busy} data-testid="report-file" onClick={() => void tasks.report('file')}>{t('report.file')}</Button>
        </Task>
        {props.children}
        <Task title={t('close.title', period)} words={t('close.words')}>
          <Field size="small" label={t('close.by')} className={styles.who}>
            <Input size="small" value={by} onChange={(_, { value }) => setBy(value)} />
          </Field>
          <Button
            size="small"
            disabledFocusable={busy || by.trim() === ''}
            data-testid="close-month"
            onClick={() => {
              setWho(by.trim());
              void tasks.closeMonth(by.trim());
            }}
          >
            {t('close.run', period)}
          </Button>
        </Task>
        <Task title={t('newYear.title')} words={t('newYear.words')}>
          <Button size="small" disabledFocusable={busy} data-testid="new-year" onClick={() => void tasks.newYear()}>{t('newYear.run')}</Button>
        </Task>
      </div>
    </Fold>
  );
}

/** One task: what it is, what it does, the buttons that do it. */
export function Task(props: { readonly title: string; readonly words: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.task} aria-label={props.title}>
      <div className={styles.title}>{props.title}</div>
      <div className={styles.small}>{props.words}</div>
      <div className={styles.buttons}>{props.children}</div>
    </section>
  );
}
