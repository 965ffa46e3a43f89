import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import { dayOfInstant } from '../../core/deadlines/calendar';
import { isBehind } from '../../core/deadlines/runs';
import type { Submission } from '../../core/deadlines/types';
import type { IsoDate } from '../../core/period';
import { TimelinessMark } from '../shared/state';
import { useText } from '../text';
import { ReceiptForm } from './ReceiptForm';
import type { UnitsControl } from './useUnits';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', columnGap: tokens.spacingHorizontalS, alignItems: 'center', paddingBlock: tokens.spacingVerticalXXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: 'anywhere' },
  small: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  // A file's name is seen whole or clipped, never broken in two.
  file: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { gridColumn: '1 / -1', display: 'grid', gap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly submission: Submission;
  /** So many months late running; 0 where it is not worth a word. */
  readonly run: number;
  readonly today: IsoDate;
  readonly open: boolean;
  readonly control: UnitsControl;
  readonly onToggle: () => void;
}

/** One unit's report: state, counts, file; opened, the day of receipt and the reminder. */
export function UnitRow({ submission, run, today, open, control, onToggle }: Props) {
  const { unit, state, errors, warnings, held, file, receivedOn, fileModified } = submission;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const id = useId();
  const name = text.unit(unit);
  const facts = [
    ...(receivedOn ? [t('units.receivedOn', { date: text.date(receivedOn) })] : []),
    ...(run > 0 ? [t('units.run', { count: number(run) })] : []),
    ...(errors > 0 ? [t('severity.count.E', { count: number(errors) })] : []),
    ...(warnings > 0 ? [t('severity.count.W', { count: number(warnings) })] : []),
    ...(held > 0 ? [t('units.held', { count: number(held) })] : []),
  ];
  const saved = fileModified === null ? null : dayOfInstant(fileModified);
  return (
    <div role="listitem" className={styles.row} data-testid="unit-row" data-unit={unit} data-state={state}>
      <span className={styles.name}>{name}</span>
      <TimelinessMark state={state} />
      <Button
        size="small"
        appearance="subtle"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('units.open', { name })}
        onClick={onToggle}
      />
      {(facts.length > 0 || file) && (
        <span className={styles.small}>
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
          {file && (
            <span className={styles.file} title={file}>
              {file}
            </span>
          )}
        </span>
      )}
      {open && (
        <div id={id} className={styles.detail}>
          <ReceiptForm
            name={name}
            receivedOn={receivedOn}
            // A day that is still to come was written by a clock that was wrong: it is no evidence.
            saved={saved !== null && saved <= today ? saved : null}
            today={today}
            busy={control.busy}
            onSave={(date) => void control.setReceipt(submission, date)}
          />
          {(isBehind(submission) || state === 'notYetDue') && submission.owes !== 'nothing' && (
            <div className={styles.actions}>
              <Button size="small" disabledFocusable={control.busy} onClick={() => void control.copy([unit])}>
                {t('remind.copyOne')}
              </Button>
              <Button size="small" disabledFocusable={control.busy} onClick={() => void control.save([unit])}>
                {t('remind.fileOne')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
