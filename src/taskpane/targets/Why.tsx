import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { FigureSource } from '../../core/consolidation/types';
import { periodKey } from '../../core/period';
import { useText, type Text } from '../text';
import type { Score } from './scores';
import { gapUnit, pathwayWords, targetWords, valueWords, withUnit } from './words';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, auto)', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, margin: 0, fontSize: tokens.fontSizeBase200 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  sources: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, maxHeight: '240px', overflowY: 'auto' },
  place: { display: 'block', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, paddingBlock: tokens.spacingVerticalXS },
});

interface Line {
  readonly term: string;
  readonly value: string;
}

/** Every number that the state follows from, in the order in which one leads to the next. */
function linesOf(score: Score, text: Text): readonly Line[] {
  const { indicator, assessment, figure } = score;
  const { t, number } = text;
  const { decimals, unit } = indicator;
  const points = gapUnit(indicator, text);
  const some = (term: string, value: number | null, words: (value: number) => string): readonly Line[] => (value === null ? [] : [{ term, value: words(value) }]);
  const inUnit = (value: number): string => withUnit(value, decimals, unit, text);
  const inPoints = (value: number): string => withUnit(value, Math.max(decimals, 2), points, text);
  const percent = (value: number): string => `${number(value, 2)} %`;
  const ratio = figure.numerator !== null && figure.denominator !== null ? [{ term: t('why.ratio'), value: `${number(figure.numerator, 4)} ÷ ${number(figure.denominator, 4)}` }] : [];
  const coverage = figure.coverage === null ? [] : [{ term: t('why.coverage'), value: `${t('why.parts', { used: figure.partsUsed, expected: figure.partsExpected })} (${number(figure.coverage * 100, 0)} %)` }];
  const range = assessment.forecastRange;
  const perMonth = (value: number): string => withUnit(value, Math.max(decimals, 1), unit, text);
  const missing = figure.partsMissing.length === 0 ? [] : [{ term: t('why.missing'), value: figure.partsMissing.map(text.unit).join(', ') }];
  return [
    { term: t('why.value'), value: valueWords(score, text) },
    ...(figure.asOf ? [{ term: t('why.asOf'), value: text.period(figure.asOf) }] : []),
    ...some(t('why.month'), figure.month, inUnit),
    ...ratio,
    ...some(t('why.lastYear'), figure.lastYear, inUnit),
    { term: t('why.target'), value: targetWords(score, text) },
    ...some(t('why.percentOfPlan'), assessment.percentOfPlan, percent),
    ...some(t('why.percentOfLastYear'), assessment.percentOfLastYear, percent),
    ...some(t('why.expected'), assessment.expected, (value) => `${withUnit(value, Math.max(decimals, 1), unit, text)} (${pathwayWords(assessment, text)})`),
    ...some(t('why.gap'), assessment.gap, inPoints),
    ...some(t('why.gapToDate'), assessment.gapToDate, inPoints),
    ...some(t('why.pace'), assessment.pace, (value) => number(value, 3)),
    ...some(t('why.forecast'), assessment.forecast, (value) => `${inUnit(value)} (${t(`forecast.${assessment.forecastMethod}`)})`),
    ...(range ? [{ term: t('why.forecastRange'), value: t('why.range', { low: inUnit(range.low), high: inUnit(range.high) }) }] : []),
    ...some(t('why.forecastGap'), assessment.forecastGap, inPoints),
    ...some(t('why.neededPerMonth'), assessment.neededPerMonth, perMonth),
    ...some(t('why.broughtPerMonth'), assessment.neededPerMonth === null ? null : assessment.broughtPerMonth, perMonth),
    ...some(t('why.effort'), assessment.effort, (value) => t('why.times', { times: number(value, 2) })),
    ...some(t('why.rateNeeded'), assessment.rateNeeded, inUnit),
    ...coverage,
    ...missing,
    ...score.twins.map((twin) => ({ term: t('why.alsoJudged'), value: `${twin.indicator.short}: ${valueWords(twin, text)} / ${targetWords(twin, text)}, ${t(`state.${twin.assessment.state}`)}` })),
  ];
}

/** "Vì sao": how a state came about, down to the cells. */
export function Why(props: {
  readonly score: Score;
  readonly goes: (source: FigureSource) => boolean;
  readonly onGoTo: (source: FigureSource) => void;
  /** null while the summary sheet is not written yet. */
  readonly onGoToRow: (() => void) | null;
}) {
  const { score, goes, onGoTo, onGoToRow } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const { sources } = score.figure;
  return (
    <div>
      <dl className={styles.list}>
        {linesOf(score, text).flatMap(({ term, value }, at) => [
          <dt key={`${at}:term`} className={styles.term}>
            {term}
          </dt>,
          <dd key={`${at}:value`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      <div className={styles.title}>{sources.length > 0 ? t('why.sources', { count: number(sources.length) }) : t('why.noSources')}</div>
      {sources.length > 0 && (
        <ul className={styles.sources} tabIndex={0} aria-label={t('why.sources', { count: number(sources.length) })}>
          {sources.map((source) => (
            <li key={`${source.unit}|${periodKey(source.period)}|${source.cell}`}>
              {t('why.sourceAt', { unit: text.unit(source.unit), ...source.period, value: source.value === null ? '–' : number(source.value, 4) })}
              {source.marks.length > 0 && ` (${source.marks.join(', ')})`}
              <span className={styles.place}>
                {goes(source) ? (
                  <Link as="button" inline onClick={() => onGoTo(source)}>{`${source.sheet}!${source.cell}`}</Link>
                ) : (
                  [source.file, source.sheet, source.cell].filter((part) => part !== '').join(' › ')
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {onGoToRow && (
        <Link as="button" onClick={onGoToRow}>
          {t('targets.goToRow')}
        </Link>
      )}
    </div>
  );
}
