import type { StateCommand } from '@codemirror/state';
import { history, undo } from '@codemirror/commands';
import { describe, expect, it } from 'vitest';
import { bold } from '../../../../renderer/editor/commands/bold.ts';
import { heading } from '../../../../renderer/editor/commands/heading.ts';
import { italic } from '../../../../renderer/editor/commands/italic.ts';
import { link } from '../../../../renderer/editor/commands/link.ts';
import { writingLanguage } from '../../../../renderer/editor/extensions/writing-language.ts';
import { notationOf, runOn, stateOf } from '../../../helpers/cursor.ts';

function cases(command: StateCommand, pairs: readonly (readonly [before: string, after: string])[]): void {
  it.each(pairs)('%j becomes %j', (before, after) => {
    expect(runOn(command, before, writingLanguage()).text).toBe(after);
  });
}

describe('bold', () => {
  cases(bold, [
    ['a ‹quiet› word', 'a **‹quiet›** word'],
    ['a **‹quiet›** word', 'a ‹quiet› word'],
    ['a ‹**quiet**› word', 'a ‹quiet› word'],
    ['a **qu‹ie›t** word', 'a qu‹ie›t word'],
    ['a qu|iet word', 'a **qu|iet** word'],
    ['a **qu|iet** word', 'a qu|iet word'],
    ['a | word', 'a **|** word'],
    ['a **|** word', 'a | word'],
    ['a **quiet|** word', 'a **quiet**| word'],
    ['‹two words ›here', '**‹two words›** here'],
    ['- ‹one\n- two›', '- **‹one**\n- **two›**'],
    ['- **‹one**\n- **two›**', '- ‹one\n- two›'],
    ['- **‹one**\n- two›', '- **‹one**\n- **two›**'],
    ['‹one line\nof the same words›', '**‹one line\nof the same words›**'],
    ['‹first\n\nsecond›', '**‹first**\n\n**second›**'],
    ['## ‹A heading›', '## **‹A heading›**'],
    ['> ‹quoted›', '> **‹quoted›**'],
    ['- [ ] ‹task›', '- [ ] **‹task›**'],
    ['a ‹b› c ‹d› e', 'a **‹b›** c **‹d›** e'],
    ['`co|de` here', '`co|de` here'],
    ['```\nco|de\n```', '```\nco|de\n```'],
    ['an *it‹al›ic* word', 'an *it**‹al›**ic* word'],
  ]);

  it('is one step to undo, for all selections', () => {
    const extensions = [writingLanguage(), history()];
    let state = stateOf('a ‹b› c ‹d› e', extensions);
    const dispatch = ({ state: next }: { readonly state: typeof state }): void => void (state = next);
    bold({ state, dispatch });
    expect(notationOf(state)).toBe('a **‹b›** c **‹d›** e');
    undo({ state, dispatch });
    expect(notationOf(state)).toBe('a ‹b› c ‹d› e');
  });
});

describe('italic', () => {
  cases(italic, [
    ['a ‹quiet› word', 'a *‹quiet›* word'],
    ['a *‹quiet›* word', 'a ‹quiet› word'],
    ['a _‹quiet›_ word', 'a ‹quiet› word'],
    ['a **‹quiet›** word', 'a ***‹quiet›*** word'],
    ['a | word', 'a *|* word'],
    ['a *|* word', 'a | word'],
    ['a *quiet|* word', 'a *quiet*| word'],
  ]);
});

describe('link', () => {
  cases(link, [
    ['see ‹the page› here', 'see [the page](|) here'],
    ['see pa|ge here', 'see [page](|) here'],
    ['see | here', 'see [|]() here'],
    ['see ‹https://example.org/a› here', 'see [|](https://example.org/a) here'],
    ['mail ‹mailto:a@example.org›', 'mail [|](mailto:a@example.org)'],
    ['see [the p|age](https://example.org) here', 'see the p|age here'],
    ['see [‹the page›](https://example.org) here', 'see ‹the page› here'],
    ['see [the page](https://exam|ple.org) here', 'see the page| here'],
    ['`co|de`', '`co|de`'],
  ]);
});

describe('headings', () => {
  cases(heading(2), [
    ['A title|', '## A title|'],
    ['## A title|', 'A title|'],
    ['# A ti|tle', '## A ti|tle'],
    ['#### A title|', '## A title|'],
    ['‹one\n\ntwo›', '## ‹one\n\n## two›'],
    ['## ‹one\ntwo›', '## ‹one\n## two›'],
    ['|', '## |'],
    ['A title|\n=====\n\ntext', '## A title|\n\ntext'],
    ['> quoted|', '> ## quoted|'],
    ['- item|', '- ## item|'],
    ['```\ncode|\n```', '```\ncode|\n```'],
  ]);
  cases(heading(0), [
    ['### A title|', 'A title|'],
    ['plain|', 'plain|'],
    ['Under|lined\n---\n', 'Under|lined\n'],
  ]);
  cases(heading(6), [['A title|', '###### A title|']]);
});

describe('a post that is read only', () => {
  it.each([bold, italic, link, heading(1)])('is not changed', async (command) => {
    const { EditorState } = await import('@codemirror/state');
    const result = runOn(command, 'a ‹b› c', [writingLanguage(), EditorState.readOnly.of(true)]);
    expect(result).toEqual({ text: 'a ‹b› c', handled: false, transactions: 0 });
  });
});
