import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AssessmentState } from '../../core/targets/types';
import { TIMELINESS_SIGNS } from '../../core/deadlines/signs';
import type { Timeliness } from '../../core/deadlines/types';
import { useText } from '../text';

/** How grave a state is; colours follow this alone, and icon and word always stand beside them. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

export function toneOf(state: AssessmentState): Tone {
  switch (state) {
    case 'met':
    case 'onTrack':
      return 'good';
    case 'behind':
      return 'warn';
    case 'farBehind':
    case 'worsening':
    case 'notMet':
      return 'bad';
    case 'noData':
    case 'notDue':
    case 'cannotJudge':
      return 'quiet';
  }
}

export function toneOfTimeliness(state: Timeliness): Tone {
  switch (state) {
    case 'onTimeClean':
      return 'good';
    case 'onTimeWithErrors':
    case 'late':
      return 'warn';
    case 'missing':
      return 'bad';
    case 'notYetDue':
    case 'receivedUnknownDate':
    case 'notTracked':
      return 'quiet';
  }
}

/** The signs that the sheet shows too, so that pane and sheet read alike. */
const STATE_SIGN: Readonly<Record<AssessmentState, string>> = {
  met: '✔', notMet: '✖', onTrack: '●', behind: '▼', farBehind: '▼▼', worsening: '↘', notDue: '○', noData: '…', cannotJudge: '?',
};

const useStyles = makeStyles({
  mark: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, alignItems: 'baseline', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  // The third one: the first is too dark on the dark theme (4.2 : 1).
  bad: { color: tokens.colorStatusDangerForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function Mark(props: { readonly sign: string; readonly word: string; readonly tone: Tone }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, styles[props.tone])}>
      <span aria-hidden>{props.sign}</span>
      {props.word}
    </span>
  );
}

export function StateMark(props: { readonly state: AssessmentState }) {
  const { t } = useText();
  return <Mark sign={STATE_SIGN[props.state]} word={t(`state.${props.state}`)} tone={toneOf(props.state)} />;
}

export function TimelinessMark(props: { readonly state: Timeliness }) {
  const { t } = useText();
  return <Mark sign={TIMELINESS_SIGNS[props.state]} word={t(`unit.${props.state}`)} tone={toneOfTimeliness(props.state)} />;
}
