import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Preview } from '../../commands/types';
import { GROUPS } from '../../core/catalogue/groups';
import type { FigureSource } from '../../core/consolidation/types';
import { useText } from '../text';
import { ScoreRow } from './ScoreRow';
import { ALL_SCORES, countByState, matchingScores, scoresOf, WORST_FIRST, type ScoreFilter } from './scores';
import { Why } from './Why';

/** The library that draws comes with the first look at the pictures. */
const ChartGrid = lazy(() => import('../charts/ChartGrid').then((module) => ({ default: module.ChartGrid })));

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  search: { flex: '1 1 100%', minWidth: 0 },
  select: { flex: '1 1 120px', minWidth: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly preview: Preview;
  readonly onGoTo: (sheet: string, address: string) => void;
  /** Address of an indicator's row in the summary sheet; null while there is none. */
  readonly rowOf: (indicator: string) => { readonly sheet: string; readonly address: string } | null;
}

/** "Chỉ tiêu": where the province stands, the worst first. */
export function TargetsView(props: Props) {
  const { preview, onGoTo, rowOf } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const [filter, setFilter] = useState<ScoreFilter>(ALL_SCORES);
  const [open, setOpen] = useState<string | null>(null);
  const [pictures, setPictures] = useState(false);
  const scores = useMemo(() => scoresOf(preview), [preview]);
  const shown = useMemo(() => matchingScores(scores, filter), [scores, filter]);
  const counts = useMemo(() => countByState(scores), [scores]);
  const goes = (source: FigureSource): boolean =>
    source.cell !== '' && preview.inputs.some((input) => input.kind === 'sheet' && input.file === source.file && input.sheet === source.sheet);

  return (
    <div className={styles.view}>
      <div className={styles.filters}>
        <Input
          className={styles.search}
          size="small"
          type="search"
          contentBefore={<Search20Regular />}
          placeholder={t('targets.search')}
          aria-label={t('targets.search')}
          value={filter.query}
          onChange={(_, { value }) => setFilter({ ...filter, query: value })}
        />
        <Select
          className={styles.select}
          size="small"
          aria-label={t('targets.group')}
          value={filter.group}
          onChange={(_, { value }) => setFilter({ ...filter, group: GROUPS.find(({ key }) => key === value)?.key ?? 'all' })}
        >
          <option value="all">{`${t('targets.group')}: ${t('filter.all').toLocaleLowerCase()}`}</option>
          {GROUPS.map(({ key }) => (
            <option key={key} value={key}>{`${key}. ${t(`block.${key}`)}`}</option>
          ))}
        </Select>
        <Select
          className={styles.select}
          size="small"
          aria-label={t('targets.state')}
          value={filter.state}
          onChange={(_, { value }) => setFilter({ ...filter, state: WORST_FIRST.find((state) => state === value) ?? 'all' })}
        >
          <option value="all">{`${t('targets.state')}: ${t('filter.all').toLocaleLowerCase()}`}</option>
          {WORST_FIRST.map((state) => (
            <option key={state} value={state}>{`${t(`state.${state}`)} (${number(counts.get(state) ?? 0)})`}</option>
          ))}
        </Select>
        <Button size="small" appearance={pictures ? 'primary' : 'secondary'} aria-pressed={pictures} onClick={() => setPictures(!pictures)}>
          {t('charts.pictures')}
        </Button>
      </div>
      <div className={styles.small} role="status">
        {WORST_FIRST.filter((state) => counts.has(state))
          .map((state) => t('targets.tally', { count: number(counts.get(state) ?? 0), state: t(`state.${state}`) }))
          .join(' · ')}
      </div>
      {shown.length === 0 ? (
        <div>{t('targets.none')}</div>
      ) : pictures ? (
        <Suspense fallback={<div>{t('charts.loading')}</div>}>
          <ChartGrid preview={preview} scores={shown} onGoTo={onGoTo} />
        </Suspense>
      ) : (
        <div role="list" aria-label={t('targets.list')}>
          {shown.map((score) => {
            const { code } = score.indicator;
            const row = rowOf(code);
            return (
              <ScoreRow key={code} score={score} open={open === code} onToggle={() => setOpen(open === code ? null : code)}>
                <Why score={score} goes={goes} onGoTo={(source) => onGoTo(source.sheet, source.cell)} onGoToRow={row && (() => onGoTo(row.sheet, row.address))} />
              </ScoreRow>
            );
          })}
        </div>
      )}
      <div className={styles.small}>{t('targets.legend')}</div>
    </div>
  );
}
