import { Component, lazy, type ReactNode, Suspense } from 'react';

const FaultPage = lazy(() =>
  import('./setup/NewerVersion.tsx').then(
    ({ FaultPage: page }) => ({ default: page }),
    // Not even that can be fetched: what is known is said, and nothing throws anew.
    () => ({ default: ({ fault }: { fault: string }) => <>{fault}</> }),
  ),
);

/** A fault in a screen leads to a page with words, never to an empty tab. What was saved lies on disk and is not touched. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: string | undefined }> {
  override state: { fault: string | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): { fault: string } {
    return { fault: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) };
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children;
    return (
      <Suspense fallback={this.state.fault}>
        <FaultPage fault={this.state.fault} />
      </Suspense>
    );
  }
}
