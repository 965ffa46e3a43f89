import { Component, type ReactNode } from 'react';
import { translator } from '../locales/ui';
import { wordsOf } from './shared/notice';
import type { Locale } from './text';

interface Props {
  readonly locale: Locale;
  readonly reload: () => void;
  readonly children: ReactNode;
}

/** A fault while drawing ends here, as a plain page that says so. React knows no function for this. */
export class ErrorBoundary extends Component<Props, { readonly detail: string | null }> {
  override state: { readonly detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: wordsOf(error) };
  }

  override render(): ReactNode {
    if (this.state.detail === null) return this.props.children;
    const t = translator(this.props.locale);
    return (
      <main role="alert" style={{ padding: '16px', fontFamily: 'sans-serif', overflowWrap: 'anywhere' }}>
        <h1 style={{ fontSize: '20px' }}>{t('app.crashed')}</h1>
        <p>{t('app.crashedDo')}</p>
        <button type="button" onClick={this.props.reload}>
          {t('app.reload')}
        </button>
        <details>
          <summary>{t('app.detail')}</summary>
          {this.state.detail}
        </details>
      </main>
    );
  }
}
