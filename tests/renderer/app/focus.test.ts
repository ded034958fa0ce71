import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isTextField } from '../../../renderer/app/focus.ts';

/** An element that knows only which selectors it lies in. */
class FakeElement {
  readonly #within: readonly string[];

  constructor(...within: readonly string[]) {
    this.#within = within;
  }

  closest(selector: string): FakeElement | null {
    return this.#within.includes(selector) ? this : null;
  }
}
class FakeInput extends FakeElement {}

const isField = (element: FakeElement): boolean => isTextField(element as unknown as Element);
const writingPane = ['.cm-editor', '[data-pane="editor"]'];

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', FakeInput);
  vi.stubGlobal('HTMLTextAreaElement', class {});
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the post’s text is no field, but the fields that search it are', () => {
  expect(isField(new FakeElement(...writingPane))).toBe(false);
  expect(isField(new FakeInput(...writingPane))).toBe(true);
});

test('the front matter and every input are fields; buttons and nothing are not', () => {
  expect(isField(new FakeElement('.cm-editor'))).toBe(true);
  expect(isField(new FakeInput())).toBe(true);
  expect(isField(new FakeElement())).toBe(false);
  expect(isTextField(null)).toBe(false);
});
