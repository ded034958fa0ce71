import { beforeEach, describe, expect, it } from 'vitest';
import { joinScrolling } from '../../../renderer/app/scroll-sync.ts';
import { Listeners } from '../../../renderer/store/listeners.ts';

/** A side that tells of a scroll after every movement, as a real one does. */
class Side {
  line = 0;
  shown = true;
  readonly moves: number[] = [];
  readonly scrolls = new Listeners<void>();
  readonly intents = new Listeners<void>();
  readonly layouts = new Listeners<void>();
  readonly picks = new Listeners<number>();
  readonly cursor: number[] = [];
  readonly isShown = (): boolean => this.shown;
  readonly topLine = (): number => this.line;
  readonly scrollToLine = (line: number): void => {
    this.moves.push(line);
    // Pixels are whole, so no side comes to rest exactly where it was sent.
    this.line = Math.round(line * 10) / 10 + 0.03;
    this.scrolls.tell();
  };
  readonly onScroll = (listener: () => void): (() => void) => this.scrolls.add(listener);
  readonly onIntent = (listener: () => void): (() => void) => this.intents.add(listener);
  readonly onLayout = (listener: () => void): (() => void) => this.layouts.add(listener);
  readonly onPick = (listener: (line: number) => void): (() => void) => this.picks.add(listener);
  readonly goToLine = (line: number): void => {
    this.cursor.push(line);
    this.line = line;
    this.scrolls.tell();
  };

  /** The person scrolls by wheel. */
  wheel(line: number): void {
    this.intents.tell();
    this.line = line;
    this.scrolls.tell();
  }
}

let editor: Side;
let page: Side;
let part: () => void;

beforeEach(() => {
  editor = new Side();
  page = new Side();
  part = joinScrolling(editor, page);
});

describe('joinScrolling', () => {
  it('moves the other side, once', () => {
    editor.wheel(12.5);
    expect(page.moves).toEqual([12.5]);
    expect(editor.moves).toEqual([]);
    page.wheel(3);
    expect(editor.moves).toEqual([3]);
    expect(page.moves).toEqual([12.5]);
  });

  it('lets the editor lead until the person turns to the page', () => {
    editor.line = 4;
    editor.scrolls.tell();
    expect(page.moves).toEqual([4]);
    page.scrolls.tell();
    expect(editor.moves).toEqual([]);
  });

  it('puts the sides right again when lines have moved', () => {
    editor.wheel(7);
    page.layouts.tell();
    expect(page.moves).toEqual([7, 7]);
    page.wheel(2);
    page.layouts.tell();
    editor.layouts.tell();
    expect(editor.moves).toEqual([2, 2, 2]);
  });

  it('leaves a side alone that has no partner in view', () => {
    editor.shown = false;
    page.layouts.tell();
    page.wheel(5);
    expect(page.moves).toEqual([]);
    expect(editor.moves).toEqual([]);
    editor.shown = true;
    editor.layouts.tell();
    expect(editor.moves).toEqual([5]);
  });

  it('puts the cursor where the page was clicked, without moving the page', () => {
    page.intents.tell();
    page.picks.tell(9);
    expect(editor.cursor).toEqual([9]);
    expect(page.moves).toEqual([]);
  });

  it('ends when it is told', () => {
    part();
    editor.wheel(3);
    page.picks.tell(1);
    expect(page.moves).toEqual([]);
    expect(editor.cursor).toEqual([]);
  });
});
