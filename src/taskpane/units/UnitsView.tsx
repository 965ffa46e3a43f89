import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Preview } from '../../commands/types';
import type { Submission, Timeliness } from '../../core/deadlines/types';
import { samePeriod } from '../../core/period';
import { Fold } from '../shared/Fold';
import { TimelinessMark } from '../shared/state';
import { useText } from '../text';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: 'anywhere' },
  small: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  summary: { fontVariantNumeric: 'tabular-nums' },
  // A file's name is seen whole or clipped, never broken in two.
  file: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What needs a telephone call comes first. */
const ORDER: readonly Timeliness[] = ['missing', 'late', 'onTimeWithErrors', 'receivedUnknownDate', 'onTimeClean', 'notYetDue'];

/** "Đơn vị": who is in, late, missing, and in what condition. */
export function UnitsView(props: { readonly preview: Preview }) {
  const { submissions, period, consolidation } = props.preview;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const ofMonth = useMemo(
    () => submissions.filter((one) => samePeriod(one.period, period)).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.errors - a.errors),
    [submissions, period],
  );
  const figures = ofMonth.filter((one) => one.owes === 'figures');
  const words = ofMonth.filter((one) => one.owes === 'words');
  const { units } = consolidation;
  const [first] = figures;
  return (
    <div className={styles.view}>
      <div className={styles.summary} data-testid="unit-summary">
        {t('units.summary', { received: number(units.received.length), missing: number(units.missing.length), late: number(figures.filter((one) => one.state === 'late').length) })}
        {first && ` · ${t('units.deadline', { date: text.date(first.deadline) })}`}
      </div>
      {ofMonth.length === 0 && <div>{t('units.noneExpected')}</div>}
      {figures.length > 0 && (
        <Fold title={t('units.figures', { received: number(units.received.length), expected: number(units.expected.length) })} open>
          <Rows submissions={figures} />
        </Fold>
      )}
      {words.length > 0 && (
        <Fold title={t('units.words', { received: number(units.inWords.received.length), expected: number(units.inWords.expected.length) })}>
          <Rows submissions={words} />
        </Fold>
      )}
    </div>
  );
}

function Rows(props: { readonly submissions: readonly Submission[] }) {
  const { t } = useText();
  return (
    <div role="list" aria-label={t('units.list')}>
      {props.submissions.map((submission) => (
        <Row key={submission.unit} submission={submission} />
      ))}
    </div>
  );
}

function Row(props: { readonly submission: Submission }) {
  const { unit, state, errors, warnings, held, file, receivedOn } = props.submission;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const facts = [
    ...(receivedOn ? [t('units.receivedOn', { date: text.date(receivedOn) })] : []),
    ...(errors > 0 ? [t('severity.count.E', { count: number(errors) })] : []),
    ...(warnings > 0 ? [t('severity.count.W', { count: number(warnings) })] : []),
    ...(held > 0 ? [t('units.held', { count: number(held) })] : []),
  ];
  return (
    <div role="listitem" className={styles.row} data-testid="unit-row" data-unit={unit} data-state={state}>
      <span className={styles.name}>{text.unit(unit)}</span>
      <TimelinessMark state={state} />
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
    </div>
  );
}
