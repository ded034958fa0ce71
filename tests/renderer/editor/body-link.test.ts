import { ChangeSet, Text } from '@codemirror/state';
import type { TransactionSpec } from '@codemirror/state';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { BodyLink } from '../../../renderer/editor/body-link.ts';

const textOf = (text: string): Text => Text.of(text.split('\n'));

let doc: Text;
let body: Text;
let composing: boolean;
let refuses: boolean;
let link: BodyLink;

beforeEach(() => {
  doc = textOf('one two');
  body = doc;
  composing = false;
  refuses = false;
  link = new BodyLink(
    {
      doc: () => doc,
      isComposing: () => composing,
      dispatch: (spec: TransactionSpec) => {
        doc = (spec.changes as ChangeSet).apply(doc);
      },
    },
    {
      body: () => body,
      apply: (edits, after) => {
        if (refuses) return;
        expect(applyEdits(body.toString(), edits)).toBe(after.toString());
        body = after;
        link.settle();
      },
    },
  );
});

function typed(from: number, to: number, insert: string): void {
  const changes = ChangeSet.of({ from, to, insert }, doc.length);
  doc = changes.apply(doc);
  link.changed(changes);
}

describe('BodyLink', () => {
  it('hands what is typed to the store at once', () => {
    typed(3, 3, ' and');
    expect(body.toString()).toBe('one and two');
    expect(body).toBe(doc);
  });

  it('shows what the store has put in place', () => {
    body = textOf('one or two');
    link.settle();
    expect(doc.toString()).toBe('one or two');
    typed(0, 3, 'ONE');
    expect(body.toString()).toBe('ONE or two');
  });

  it('holds back while something is composed, then hands over all of it', () => {
    composing = true;
    typed(7, 7, ' に');
    typed(8, 9, '日本');
    expect(body.toString()).toBe('one two');
    composing = false;
    link.settle();
    expect(body.toString()).toBe('one two 日本');
  });

  it('joins what was composed with what the store has put in place meanwhile', () => {
    composing = true;
    typed(7, 7, ' 日本');
    body = textOf('one or two');
    link.settle();
    expect(doc.toString()).toBe('one two 日本');
    composing = false;
    link.settle();
    expect(doc.toString()).toBe('one or two 日本');
    expect(body.toString()).toBe('one or two 日本');
  });

  it('goes back to the store’s text when the store refuses edits', () => {
    refuses = true;
    typed(0, 3, '');
    expect(doc.toString()).toBe('one two');
    expect(body.toString()).toBe('one two');
  });
});
