import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import type { StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { indentList, outdentList } from '../../../../renderer/editor/commands/indent-list.ts';
import { listKeys } from '../../../../renderer/editor/extensions/list-keys.ts';
import { writingLanguage } from '../../../../renderer/editor/extensions/writing-language.ts';
import { runOn } from '../../../helpers/cursor.ts';

function cases(command: StateCommand, pairs: readonly (readonly [before: string, after: string])[]): void {
  it.each(pairs)('%j becomes %j', (before, after) => {
    expect(runOn(command, before, writingLanguage()).text).toBe(after);
  });
}

describe('Tab in a list', () => {
  cases(indentList, [
    ['- one\n- two|', '- one\n  - two|'],
    ['- one|', '- one|'],
    ['1. one\n2. two|\n3. three', '1. one\n   1. two|\n2. three'],
    ['1. one\n   1. a\n2. two|', '1. one\n   1. a\n   2. two|'],
    ['- one\n- two|\n  - inner\n\n  more', '- one\n  - two|\n    - inner\n\n    more'],
    ['- one\n- ‹two\n- three›', '- one\n  - ‹two\n  - three›'],
    ['> - one\n> - two|', '> - one\n>   - two|'],
    ['- one\n- |', '- one\n  - |'],
    ['- [ ] one\n- [x] two|', '- [ ] one\n  - [x] two|'],
  ]);

  it('is left to others outside of lists', () => {
    expect(runOn(indentList, 'only words|', writingLanguage()).handled).toBe(false);
    expect(runOn(outdentList, 'only words|', writingLanguage()).handled).toBe(false);
  });
});

describe('Shift+Tab in a list', () => {
  cases(outdentList, [
    ['- one\n  - two|', '- one\n- two|'],
    ['- one|', '- one|'],
    ['1. one\n   1. two|\n2. three', '1. one\n2. two|\n3. three'],
    ['- one\n  - two|\n    - inner', '- one\n- two|\n  - inner'],
    ['> - one\n>   - two|', '> - one\n> - two|'],
  ]);
});

describe('Enter in a list', () => {
  const enter = insertNewlineContinueMarkupCommand({ nonTightLists: false });
  cases(enter, [
    ['- one|', '- one\n- |'],
    ['1. one|\n2. two', '1. one\n2. |\n3. two'],
    ['- one\n- |', '- one\n|'],
    ['> quoted|', '> quoted\n> |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
  ]);

  it('is bound to the same command', () => {
    expect(listKeys.find((binding) => binding.key === 'Enter')).toBeDefined();
  });
});
