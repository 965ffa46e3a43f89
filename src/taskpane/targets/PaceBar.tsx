import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tone } from '../shared/state';
import type { BarShape } from './scores';

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    height: '12px',
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    position: 'absolute',
    insetBlock: '2px',
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    '@media print': { printColorAdjust: 'exact' },
  },
  good: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  warn: { backgroundColor: tokens.colorStatusWarningBackground3 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground3 },
  quiet: { backgroundColor: tokens.colorNeutralStroke1 },
  mark: { position: 'absolute', insetBlock: '-2px', width: 0, transform: 'translateX(-1px)' },
  target: { borderInlineStartWidth: '2px', borderInlineStartStyle: 'solid', borderInlineStartColor: tokens.colorNeutralForeground1 },
  expected: { borderInlineStartWidth: '2px', borderInlineStartStyle: 'dashed', borderInlineStartColor: tokens.colorNeutralForeground2 },
});

/** A value as a bar from zero, with the marks of the year's target and of what is expected to date. */
export function PaceBar(props: { readonly shape: BarShape; readonly tone: Tone; readonly label: string }) {
  const { shape, tone, label } = props;
  const styles = useStyles();
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <div className={mergeClasses(styles.fill, styles[tone])} style={{ insetInlineStart: `${shape.from}%`, width: `${shape.length}%` }} />
      {shape.expected !== null && <div className={mergeClasses(styles.mark, styles.expected)} style={{ insetInlineStart: `${shape.expected}%` }} />}
      {shape.target !== null && <div className={mergeClasses(styles.mark, styles.target)} style={{ insetInlineStart: `${shape.target}%` }} />}
    </div>
  );
}
