import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { useText } from './text';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 24px)', padding: '16px' },
});

/** What the add-in does, where the figures stay, and what it cannot do. */
export function AboutDialog(props: { readonly open: boolean; readonly year: number; readonly onClose: () => void }) {
  const { t } = useText();
  const styles = useStyles();
  return (
    <Dialog open={props.open} onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('about.title')}</DialogTitle>
          <DialogContent>
            <p>{t('about.what', { year: props.year })}</p>
            <p>{t('about.private')}</p>
            <p>{t('about.limits')}</p>
            <p>{t('about.pathway')}</p>
            <p>{t('about.takeBack')}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose}>
              {t('app.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
