import { toggleMark } from './toggle-mark.ts';

/** Makes the selected words strong (`**`), or plain when they are. */
export const bold = toggleMark({ mark: '**', node: 'StrongEmphasis' });
