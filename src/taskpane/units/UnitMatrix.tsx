import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { TIMELINESS_SIGNS } from '../../core/deadlines/signs';
import type { Submission, Timeliness } from '../../core/deadlines/types';
import { comparePeriods, periodKey, type Period } from '../../core/period';
import { toneOfTimeliness } from '../shared/state';
import { useText } from '../text';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  month: { width: '20px', padding: 0, textAlign: 'center', fontWeight: tokens.fontWeightRegular },
  unit: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', paddingBlock: tokens.spacingVerticalXXS },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalXS },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  // The third one: the first is too dark on the dark theme (4.2 : 1).
  bad: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const LEGEND: readonly Timeliness[] = ['onTimeClean', 'onTimeWithErrors', 'late', 'missing', 'receivedUnknownDate', 'notYetDue', 'notTracked'];

/** Units by months of the year up to the report month: one sign a month, with its word for those who cannot see or tell it. */
export function UnitMatrix({ submissions, period }: { readonly submissions: readonly Submission[]; readonly period: Period }) {
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const { units, months, cells } = useMemo(() => {
    const rows = submissions.filter((row) => row.period.year === period.year && comparePeriods(row.period, period) <= 0);
    return {
      units: [...new Set(rows.map((row) => row.unit))],
      months: [...new Map(rows.map((row) => [periodKey(row.period), row.period])).values()].sort(comparePeriods),
      cells: new Map(rows.map((row) => [`${row.unit}|${periodKey(row.period)}`, row.state])),
    };
  }, [submissions, period]);
  return (
    <>
      <table className={styles.table} data-testid="unit-matrix">
        <caption className={styles.hidden}>{t('units.matrix', { year: period.year })}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.unit}>
              {t('units.unit')}
            </th>
            {months.map((month) => (
              <th key={month.month} scope="col" className={styles.month} title={text.period(month)} aria-label={text.period(month)}>
                {month.month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit} className={styles.line}>
              <th scope="row" className={styles.unit} title={text.unit(unit)}>
                {text.unit(unit)}
              </th>
              {months.map((month) => {
                const state = cells.get(`${unit}|${periodKey(month)}`);
                return (
                  <td key={month.month} className={styles.month} {...(state ? { title: `${text.unit(unit)}, ${text.period(month)}: ${t(`unit.${state}`)}`, 'data-state': state } : {})}>
                    {state && (
                      <>
                        <span aria-hidden className={mergeClasses(styles[toneOfTimeliness(state)])}>
                          {TIMELINESS_SIGNS[state]}
                        </span>
                        <span className={styles.hidden}>{t(`unit.${state}`)}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.legend} aria-hidden>
        {LEGEND.map((state) => (
          <span key={state}>{`${TIMELINESS_SIGNS[state]} ${t(`unit.${state}`)}`}</span>
        ))}
      </div>
    </>
  );
}
