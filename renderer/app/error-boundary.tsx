import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly onFault: (message: string, detail: string) => void;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** Shows a sentence and a way out in place of a window that could not be drawn. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onFault(error.message, `${error.stack ?? ''}\n${info.componentStack ?? ''}`);
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Fault message="The window could not be drawn. Your text is in the file or in the journal." />
    ) : (
      this.props.children
    );
  }
}

/** A fault of the window as a whole, with a button that loads it again. */
export function Fault({
  message,
  remedy,
}: {
  readonly message: string;
  readonly remedy?: string | undefined;
}): ReactNode {
  return (
    <div className="fault" role="alert">
      <p className="no-post-title">{message}</p>
      <p>{remedy ?? 'Loading the window again usually helps.'}</p>
      <button type="button" className="button button-solid" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  );
}
