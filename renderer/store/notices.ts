import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../core/base/result.ts';
import { readSide } from './read-store.ts';
import type { ReadStore } from './read-store.ts';

/** Something the person can do about a notice. */
interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface NoticeContent {
  readonly tone: 'info' | 'error';
  readonly message: string;
  readonly remedy?: string | undefined;
  /** Further lines, e.g. the images that an export left out. */
  readonly details?: readonly string[] | undefined;
  readonly actions?: readonly NoticeAction[] | undefined;
  /** It does not go by itself. Errors and lists never do. */
  readonly stays?: boolean | undefined;
}

interface ShownNotice extends NoticeContent {
  readonly key: number;
  /** Milliseconds until it goes by itself; undefined: it stays until it is closed. */
  readonly lasts: number | undefined;
}

interface NoticesState {
  readonly notices: readonly ShownNotice[];
}

export interface NoticesStore extends ReadStore<NoticesState> {
  /** Shows a sentence; the answer takes it away again. */
  readonly show: (content: NoticeContent) => () => void;
  /** Shows what went wrong and what to do. */
  readonly fail: (failure: Failure) => () => void;
  readonly dismiss: (key: number) => void;
}

const atMost = 4;

/** Sentences for the person that need no answer. A repeated sentence replaces itself. */
export function createNoticesStore(): NoticesStore {
  const store = createStore<NoticesState>(() => ({ notices: [] }));
  let lastKey = 0;
  const dismiss = (key: number): void =>
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.key !== key) }));
  const show = (content: NoticeContent): (() => void) => {
    const key = (lastKey += 1);
    const shown: ShownNotice = { ...content, key, lasts: duration(content) };
    store.setState(({ notices }) => ({
      notices: [...notices.filter((notice) => notice.message !== content.message), shown].slice(-atMost),
    }));
    return () => dismiss(key);
  };
  const fail = ({ message, remedy }: Failure): (() => void) => show({ tone: 'error', message, remedy });
  return { ...readSide(store), show, fail, dismiss };
}

/** Errors and lists stay; what offers an action stays longer than what only informs. */
function duration(content: NoticeContent): number | undefined {
  if (content.stays === true || content.tone === 'error' || (content.details?.length ?? 0) > 0)
    return undefined;
  return content.actions === undefined ? 6000 : 12_000;
}
