import { expect } from '@playwright/test';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { CommandId } from '../../core/ipc/commands.ts';
import type { RunningApp } from './app.ts';

/** The window in the words of a person who looks at it: one method per thing that they see or do. */
export class GalleyWindow {
  readonly page: Page;
  readonly #app: RunningApp;

  constructor(app: RunningApp) {
    this.page = app.page;
    this.#app = app;
  }

  /** Chooses an item of the menu bar; its keys do the same. */
  async command(id: CommandId): Promise<void> {
    await this.#app.electron.evaluate(({ Menu }, item) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(item);
      if (!found) throw new Error(`There is no menu item ${item}`);
      (found.click as () => void)();
    }, id);
  }

  /** The rows of the list, in order. */
  get rows(): Locator {
    return this.page.getByRole('grid', { name: 'Posts' }).getByRole('row');
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.locator('.post-title').getByText(title, { exact: true }) });
  }

  /** Opens a post by its title and waits until its text is in the editor. */
  async openPost(title: string): Promise<void> {
    await this.row(title).click();
    await expect(this.row(title)).toHaveAttribute('aria-selected', 'true');
    await expect(this.preview.locator('h1')).toHaveText(title);
  }

  /** The text area of the body. */
  get editor(): Locator {
    return this.page.locator('.cm-content:not(.head-editor *)');
  }

  /** Puts the cursor at the very end of the body. */
  async goToEnd(): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** Types at the end of the body. */
  async write(text: string): Promise<void> {
    await this.goToEnd();
    await this.page.keyboard.type(text);
  }

  /** The page as it is shown beside the editor. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** The words at the foot of the window that say where the text is. */
  get saveStatus(): Locator {
    return this.page.locator('.save-status');
  }

  async waitUntilSaved(): Promise<void> {
    await expect(this.saveStatus).toHaveAttribute('data-save', 'saved');
  }

  get details(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' });
  }

  /** A field of the details panel by its label. */
  field(label: string): Locator {
    return this.details.getByLabel(label, { exact: true }).and(this.page.locator('input, textarea, select'));
  }

  /** Replaces what stands in a field and leaves it. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.field(label);
    await field.fill(value);
    await field.press('Tab');
  }

  /** Makes an author profile and puts it on the open post. */
  async createAuthor(author: {
    readonly name: string;
    readonly role: string;
    readonly bio: string;
  }): Promise<void> {
    await this.details.getByRole('button', { name: /^Author:/ }).click();
    await this.page.getByRole('menuitem', { name: 'New author…' }).click();
    await this.dialog.getByLabel('Name', { exact: true }).fill(author.name);
    await this.dialog.getByLabel('Role', { exact: true }).fill(author.role);
    await this.dialog.getByLabel('Bio', { exact: true }).fill(author.bio);
    await this.dialog.getByRole('button', { name: 'Save author' }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Cites a work in the open post. */
  async addSource(source: {
    readonly title: string;
    readonly author: string;
    readonly url: string;
  }): Promise<void> {
    await this.details.getByRole('button', { name: 'Add a source' }).click();
    await this.dialog.getByLabel('Title', { exact: true }).fill(source.title);
    await this.dialog.getByLabel('Author', { exact: true }).fill(source.author);
    await this.dialog.getByLabel('Address', { exact: true }).fill(source.url);
    await this.dialog.getByRole('button', { name: 'Add source' }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Replaces the raw front matter, without its fences. */
  async writeHead(text: string): Promise<void> {
    await this.details.getByRole('radio', { name: /^(?:YAML|TOML)$/ }).click();
    const editor = this.page.locator('.head-editor .cm-content');
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** How far the text is scrolled, in pixels. */
  async scrollTop(): Promise<number> {
    return this.editor.evaluate((content) => content.closest('.cm-scroller')?.scrollTop ?? 0);
  }

  /** The question that a conflict asks. */
  get conflict(): Locator {
    return this.alert.filter({ hasText: 'outside Galley' });
  }

  /** Looks at both texts of a conflict and chooses one; `again` writes a file that is gone. */
  async answerConflict(choice: 'mine' | 'theirs' | 'again'): Promise<void> {
    const names = { mine: 'Keep mine', theirs: 'Use the file', again: 'Write the file again' };
    await this.conflict.getByRole('button', { name: choice === 'again' ? 'Decide…' : 'Compare…' }).click();
    await this.dialog.getByRole('button', { name: names[choice] }).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(this.conflict).toHaveCount(0);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
  }

  get notices(): Locator {
    return this.page.getByRole('region', { name: 'Notices' });
  }

  /** A sentence that asks for attention above the editor. */
  get alert(): Locator {
    return this.page.getByRole('alert');
  }
}
