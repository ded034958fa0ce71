import { toggleMark } from './toggle-mark.ts';

/** Stresses the selected words (`*`), or takes the stress away. */
export const italic = toggleMark({ mark: '*', node: 'Emphasis' });
