import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What stands there instead; `retry` tries to show the children again. */
  fallback(retry: () => void): ReactNode;
  children: ReactNode;
}

/** Keeps a fault in one part of the page from taking the rest along. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}
