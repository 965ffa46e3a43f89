import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular, Search20Regular } from '@fluentui/react-icons';
import type { Severity } from '../../commands/types';
import { useText } from '../text';
import type { FindingFilter, GroupBy } from './filter';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  search: { flex: '1 1 100%', minWidth: 0 },
  select: { flex: '1 1 128px', minWidth: 0 },
  steps: { marginInlineStart: 'auto', display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const SEVERITIES: readonly (Severity | 'all')[] = ['all', 'E', 'W', 'I'];
const GROUPS: readonly GroupBy[] = ['severity', 'unit'];

/** Filters of a list of findings, and the steps through it. */
export function FindingFilters(props: {
  readonly filter: FindingFilter;
  /** How many findings of each severity there are before filtering. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** A short list shows the steps alone. */
  readonly brief: boolean;
  /** Findings of several units, which can stand by unit. */
  readonly byUnit: boolean;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly position: string;
  readonly onStep: (step: 1 | -1) => void;
}) {
  const { filter, counts, brief, byUnit, onFilter, position, onStep } = props;
  const { t, number } = useText();
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      {!brief && (
        <Input
          className={styles.search}
          size="small"
          type="search"
          contentBefore={<Search20Regular />}
          placeholder={t('filter.search')}
          aria-label={t('filter.search')}
          value={filter.query}
          onChange={(_, { value }) => onFilter({ ...filter, query: value })}
        />
      )}
      {!brief && (
        <Select
          className={styles.select}
          size="small"
          aria-label={t('filter.severity')}
          value={filter.severity}
          onChange={(_, { value }) => onFilter({ ...filter, severity: SEVERITIES.find((one) => one === value) ?? 'all' })}
        >
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {severity === 'all' ? t('filter.allSeverities') : t('group.count', { label: t(`severity.${severity}`), count: number(counts[severity]) })}
            </option>
          ))}
        </Select>
      )}
      {!brief && byUnit && (
        <Select
          className={styles.select}
          size="small"
          aria-label={t('filter.group')}
          value={filter.groupBy}
          onChange={(_, { value }) => onFilter({ ...filter, groupBy: GROUPS.find((one) => one === value) ?? 'severity' })}
        >
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`group.by.${group}`)}
            </option>
          ))}
        </Select>
      )}
      <span className={styles.steps}>
        <Button appearance="subtle" size="small" icon={<ArrowUp20Regular />} title={t('finding.previous')} aria-label={t('finding.previous')} onClick={() => onStep(-1)} />
        <span>{position}</span>
        <Button appearance="subtle" size="small" icon={<ArrowDown20Regular />} title={t('finding.next')} aria-label={t('finding.next')} onClick={() => onStep(1)} />
      </span>
    </div>
  );
}
