import type { StateCommand } from '@codemirror/state';
import type { KeyBinding } from '@codemirror/view';
import { bold } from '../commands/bold.ts';
import { heading } from '../commands/heading.ts';
import type { HeadingLevel } from '../commands/heading.ts';
import { italic } from '../commands/italic.ts';
import { link } from '../commands/link.ts';

const levels: readonly HeadingLevel[] = [0, 1, 2, 3, 4, 5, 6];

function bind(key: string, run: StateCommand): KeyBinding {
  // Handled or not, the key goes no further: the menu has the same accelerator and would run it twice.
  return { key, run, preventDefault: true };
}

/** Bold, italic, link, headings 1 to 6 and paragraph. */
export const formattingKeys: readonly KeyBinding[] = [
  bind('Mod-b', bold),
  bind('Mod-i', italic),
  bind('Mod-k', link),
  ...levels.map((level) => bind(`Mod-${level}`, heading(level))),
];
