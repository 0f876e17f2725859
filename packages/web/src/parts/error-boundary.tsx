import { Component, type ReactNode } from 'react';
import { useMessages } from '../language.js';
import { Failed } from './read.js';

/** Keeps a failure to its own part of the page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === null) return this.props.children;
    return <ErrorView error={this.state.error} reset={() => this.setState({ error: null })} />;
  }
}

/** A broken part: what went wrong, and a way to draw it again. */
export function ErrorView({ error, reset }: { error: unknown; reset?: () => void }) {
  const m = useMessages();
  return (
    <section className="empty-state">
      <h2>{m.shell.failed}</h2>
      <Failed error={error} {...(reset ? { again: reset } : {})} />
    </section>
  );
}
