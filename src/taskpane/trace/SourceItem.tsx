import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { TraceBeside, TracePlace, TraceSource } from '../../commands/trace';
import { useText } from '../text';
import { aboutSource, placeInFile, valueOf } from './words';

const useStyles = makeStyles({
  item: { display: 'grid', gap: tokens.spacingVerticalXXS, paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', flexShrink: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  lines: { whiteSpace: 'pre-line' },
  months: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

/** One unit's share of a figure: its numbers, where they stand now and where they stood in the report. */
export function SourceItem(props: { readonly source: TraceSource; readonly why: TraceBeside['why'] | null; readonly onGoTo: (place: TracePlace) => void }) {
  const { source, why, onGoTo } = props;
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  return (
    <div role="listitem" className={styles.item} data-unit={source.unit}>
      <span className={styles.head}>
        <span>{text.unit(source.unit)}</span>
        <span className={styles.number}>{source.numbers.map(({ value }) => valueOf(value, text)).join(' ÷ ')}</span>
      </span>
      <span className={styles.small}>
        {why && `${t(`trace.why.${why}`)} · `}
        {aboutSource(source, text)}
      </span>
      {source.numbers.map(({ figure, cell, fact, source: report }) => (
        <span key={figure} className={styles.small}>
          {fact && (
            <>
              <Link as="button" inline aria-label={t('trace.factOf', { unit: text.unit(source.unit), figure: t(`figure.${figure}`) })} onClick={() => onGoTo(fact)}>{`${fact.sheet}!${fact.address}`}</Link>
              {' ← '}
            </>
          )}
          {report ? (
            <Link as="button" inline aria-label={t('trace.source', { place: `${report.sheet}!${report.address}` })} onClick={() => onGoTo(report)}>{`${report.sheet}!${report.address}`}</Link>
          ) : (
            placeInFile(source, cell)
          )}
        </span>
      ))}
      {source.revision !== '' && <span className={`${styles.small} ${styles.lines}`}>{source.revision}</span>}
      {source.months.length > 1 && (
        <details>
          <summary className={styles.small}>{t('trace.months', { count: source.months.length })}</summary>
          <ul className={styles.months}>
            {source.months.map(({ period, month, cumulative, used }) => (
              <li key={period.month}>{t(used ? 'trace.monthOf' : 'trace.monthNotUsed', { month: period.month, value: valueOf(month, text), cumulative: valueOf(cumulative, text) })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
