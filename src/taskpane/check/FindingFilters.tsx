import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular, ArrowUp20Regular, Search20Regular } from '@fluentui/react-icons';
import type { Severity } from '../../commands/types';
import { useText } from '../text';
import type { FindingFilter, GroupBy } from './filter';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  search: { flex: '1 1 100%', minWidth: 0 },
  select: { flex: '1 1 90px', minWidth: 0 },
  steps: { display: 'flex', alignItems: 'center', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const SEVERITIES: readonly (Severity | 'all')[] = ['all', 'E', 'W', 'I'];
const GROUPS: readonly GroupBy[] = ['severity', 'unit'];

/** Filters of a list of findings, and the steps through it. */
export function FindingFilters(props: {
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly position: string;
  readonly onStep: (step: 1 | -1) => void;
}) {
  const { filter, onFilter, position, onStep } = props;
  const { t } = useText();
  const styles = useStyles();
  return (
    <div className={styles.bar}>
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
      <Select
        className={styles.select}
        size="small"
        aria-label={t('filter.severity')}
        value={filter.severity}
        onChange={(_, { value }) => onFilter({ ...filter, severity: SEVERITIES.find((one) => one === value) ?? 'all' })}
      >
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {severity === 'all' ? t('filter.all') : t(`severity.${severity}`)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.select}
        size="small"
        aria-label={t('filter.group')}
        value={filter.groupBy}
        onChange={(_, { value }) => onFilter({ ...filter, groupBy: GROUPS.find((one) => one === value) ?? 'severity' })}
      >
        {GROUPS.map((group) => (
          <option key={group} value={group}>
            {`${t('filter.group')}: ${t(`group.${group}`).toLocaleLowerCase()}`}
          </option>
        ))}
      </Select>
      <span className={styles.steps}>
        <Button appearance="subtle" size="small" icon={<ArrowUp20Regular />} title={t('finding.previous')} aria-label={t('finding.previous')} onClick={() => onStep(-1)} />
        <span>{position}</span>
        <Button appearance="subtle" size="small" icon={<ArrowDown20Regular />} title={t('finding.next')} aria-label={t('finding.next')} onClick={() => onStep(1)} />
      </span>
    </div>
  );
}
