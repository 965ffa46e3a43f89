import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalXS },
  title: {
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A section that folds; the browser's own disclosure does the keyboard and the roles. */
export function Fold(props: { readonly title: string; readonly open?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <details className={styles.fold} open={props.open}>
      <summary className={styles.title}>{props.title}</summary>
      {props.children}
    </details>
  );
}
