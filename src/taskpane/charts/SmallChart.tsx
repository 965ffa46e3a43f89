import { makeStyles, tokens } from '@fluentui/react-components';
import { LineChart, type LineChartPoints } from '@fluentui/react-charts';
import { useMemo } from 'react';
import { StateMark } from '../shared/state';
import { valueWords } from '../targets/words';
import { useText } from '../text';
import { LINE_KEYS, LINES, lineOptions } from './looks';
import { pictureWords, spanOf, type Picture } from './paths';

export const CHART_WIDTH = 138;
const CHART_HEIGHT = 94;
const MARGINS = { top: 6, right: 6, bottom: 26, left: 48 };
const TICKS = [1, 6, 12];

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, display: 'flex', flexDirection: 'column', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBottom: tokens.spacingVerticalXS },
  name: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase200, display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  value: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  // The library takes its size from what holds it.
  fit: { height: '100%' },
  picture: {
    height: `${CHART_HEIGHT}px`,
    // Pictures of a row stand on one line, however long the names above them.
    marginTop: 'auto',
    overflow: 'hidden',
    '& svg': { fontVariantNumeric: 'tabular-nums' },
    // System colours alone there: the lines keep their weights and dashes.
    '@media (forced-colors: active)': { '& path, & line': { stroke: 'CanvasText' }, '& circle': { fill: 'CanvasText', stroke: 'CanvasText' }, '& text': { fill: 'CanvasText' } },
  },
});

/** One indicator's year: actual, plan and last year; the words for it stand in its name. */
export function SmallChart(props: { readonly picture: Picture }) {
  const { picture } = props;
  const { score, points } = picture;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const lines = useMemo(
    () =>
      LINE_KEYS.flatMap((key): LineChartPoints[] => {
        const data = points.flatMap((point) => (point[key] === null ? [] : [{ x: point.month, y: point[key] }]));
        return data.length === 0 ? [] : [{ legend: t(`charts.${key}`), data, color: LINES[key].color, hideNonActiveDots: key !== 'actual', lineOptions: lineOptions(key) }];
      }),
    [points, t],
  );
  const { low, high } = spanOf(picture);
  return (
    <figure className={styles.figure} data-testid="small-chart" data-indicator={score.indicator.code}>
      <figcaption>
        <span className={styles.name} title={score.indicator.name}>
          {score.indicator.short}
        </span>
        <span className={styles.value}>{valueWords(score, text)}</span> <StateMark state={score.assessment.state} />
      </figcaption>
      <div className={styles.picture} role="img" aria-label={pictureWords(picture, text)}>
        <div inert className={styles.fit}>
          <LineChart
            data={{ lineChartData: lines }}
            margins={MARGINS}
            hideLegend
            hideTooltip
            tickValues={TICKS}
            xAxisTickCount={TICKS.length}
            yAxisTickCount={2}
            yMinValue={low}
            yMaxValue={high}
            yAxisTickFormat={(value: number) => number(value, high - low < 5 ? 1 : 0)}
          />
        </div>
      </div>
    </figure>
  );
}
