import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import './notice-stack.css';

/** A sentence that lies over the window for a while. */
interface StackedNotice {
  readonly key: number;
  readonly tone: 'info' | 'error';
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly details?: readonly string[] | undefined;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[] | undefined;
  /** Milliseconds until it goes; undefined: it stays. */
  readonly lasts: number | undefined;
}

export interface NoticeStackProps {
  readonly notices: readonly StackedNotice[];
  readonly onDismiss: (key: number) => void;
}

/** Notices at the foot of the window, read out as they come. */
export function NoticeStack({ notices, onDismiss }: NoticeStackProps): ReactNode {
  return (
    <section className="notices" aria-label="Notices" aria-live="polite" aria-relevant="additions">
      {notices.map((notice) => (
        <NoticeCard key={notice.key} notice={notice} onDismiss={onDismiss} />
      ))}
    </section>
  );
}

function NoticeCard(props: {
  readonly notice: StackedNotice;
  readonly onDismiss: (key: number) => void;
}): ReactNode {
  const { notice, onDismiss } = props;
  const { key, lasts } = notice;
  useEffect(() => {
    if (lasts === undefined) return undefined;
    const timer = setTimeout(() => onDismiss(key), lasts);
    return () => clearTimeout(timer);
  }, [key, lasts, onDismiss]);
  return (
    <div className={`notice notice-${notice.tone}`}>
      <div className="notice-words" data-selectable>
        <p className="notice-message">{notice.message}</p>
        {notice.remedy === undefined ? null : <p className="notice-remedy">{notice.remedy}</p>}
        {notice.details === undefined || notice.details.length === 0 ? null : (
          <ul className="notice-details scrolls">
            {notice.details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {notice.actions?.map((action) => (
        <Button
          key={action.label}
          small
          onPress={() => {
            onDismiss(key);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ))}
      <Button look="icon" small aria-label="Close notice" onPress={() => onDismiss(key)}>
        <Icon name="close" size={12} />
      </Button>
    </div>
  );
}
