import { Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Button, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useText } from '../text';
import type { Notice } from './notice';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { whiteSpace: 'normal', wordBreak: 'break-word' },
  detail: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** A message that stays until it is closed or the next one comes. */
export function NoticeBar(props: {
  readonly notice: Notice;
  readonly onClose?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly children?: ReactNode;
}) {
  const { notice, onClose, action } = props;
  const { t } = useText();
  const styles = useStyles();
  return (
    <MessageBar className={styles.bar} intent={notice.intent} layout="multiline" data-testid="message-bar">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{notice.title}</MessageBarTitle> {notice.body}
        {action && (
          <>
            {' '}
            <Link as="button" onClick={action.run}>
              {action.label}
            </Link>
          </>
        )}
        {props.children}
        {notice.detail && (
          <details className={styles.detail}>
            <summary>{t('app.detail')}</summary>
            {notice.detail}
          </details>
        )}
      </MessageBarBody>
      {onClose && (
        <MessageBarActions
          containerAction={<Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label={t('app.close')} onClick={onClose} />}
        />
      )}
    </MessageBar>
  );
}
