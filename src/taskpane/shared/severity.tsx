import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle20Filled, Info20Regular, Warning20Filled } from '@fluentui/react-icons';
import type { Severity } from '../../commands/types';
import { useText } from '../text';

const useStyles = makeStyles({
  E: { color: tokens.colorStatusDangerForeground1 },
  W: { color: tokens.colorStatusWarningForeground1 },
  I: { color: tokens.colorNeutralForeground3 },
});

/** A severity as icon and colour, with its word for those who see neither. */
export function SeverityIcon(props: { readonly severity: Severity }) {
  const { severity } = props;
  const { t } = useText();
  const className = useStyles()[severity];
  const shared = { className, 'aria-label': t(`severity.${severity}`), role: 'img' };
  switch (severity) {
    case 'E':
      return <ErrorCircle20Filled {...shared} />;
    case 'W':
      return <Warning20Filled {...shared} />;
    case 'I':
      return <Info20Regular {...shared} />;
  }
}
