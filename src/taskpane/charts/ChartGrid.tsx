import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Preview } from '../../commands/types';
import { GROUPS } from '../../core/catalogue/groups';
import type { Score } from '../targets/scores';
import { useText } from '../text';
import { ChartSheetButton } from './ChartSheetButton';
import { LINE_KEYS, LINES } from './looks';
import { picturesOf } from './paths';
import { CHART_WIDTH, SmallChart } from './SmallChart';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, paddingTop: tokens.spacingVerticalS },
  grid: { display: 'grid', gridTemplateColumns: `repeat(auto-fill, minmax(${CHART_WIDTH}px, 1fr))`, columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalM },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sample: { '@media (forced-colors: active)': { '& line': { stroke: 'CanvasText' } } },
});

/** The pictures of the scores shown, group by group, each month by month: in their order within a group. */
export function ChartGrid(props: { readonly preview: Preview; readonly scores: readonly Score[]; readonly onGoTo: (sheet: string, address: string) => void }) {
  const { preview, scores, onGoTo } = props;
  const { t } = useText();
  const styles = useStyles();
  const pictures = useMemo(() => picturesOf(preview, scores), [preview, scores]);
  return (
    <div data-testid="chart-grid">
      <ChartSheetButton onGoTo={onGoTo} />
      {pictures.length === 0 && <div>{t('charts.none')}</div>}
      <ul className={styles.legend} aria-label={t('charts.legend')} hidden={pictures.length === 0}>
        {[...LINE_KEYS].reverse().map((key) => (
          <li key={key} className={styles.item}>
            <svg className={styles.sample} width="26" height="8" aria-hidden>
              <line x1="0" y1="4" x2="26" y2="4" stroke={LINES[key].color} strokeWidth={LINES[key].width} strokeDasharray={LINES[key].dashes} />
            </svg>
            {t(`charts.${key}`)}
          </li>
        ))}
      </ul>
      {GROUPS.map(({ key }) => {
        const members = pictures.filter(({ score }) => score.indicator.group === key);
        return members.length === 0 ? null : (
          <section key={key} className={styles.group} aria-labelledby={`charts-${key}`}>
            <h3 id={`charts-${key}`} className={styles.title}>{`${key}. ${t(`block.${key}`)}`}</h3>
            <div className={styles.grid}>
              {members.map((picture) => (
                <SmallChart key={picture.score.indicator.code} picture={picture} />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
