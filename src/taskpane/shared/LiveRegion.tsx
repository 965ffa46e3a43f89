import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** The heading of the page for those who go by headings; the pane's frame shows the same words to everyone else. */
export function HiddenHeading(props: { readonly text: string }) {
  return <h1 className={useStyles().hidden}>{props.text}</h1>;
}

/** Says results aloud to those who do not see the pane change. */
export function LiveRegion(props: { readonly message: string }) {
  return (
    <div className={useStyles().hidden} role="status" aria-live="polite">
      {props.message}
    </div>
  );
}
