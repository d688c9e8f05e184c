import { expect, type Locator, type Page } from '@playwright/test';
import { Fields } from './fields.ts';

/** One record: header, actions, fields, timeline, related records. */
export class RecordPage {
  readonly article: Locator;
  readonly title: Locator;
  readonly timeline: Locator;
  readonly actions: Locator;

  constructor(readonly page: Page) {
    this.article = page.getByRole('article');
    this.title = this.article.getByRole('heading', { level: 1 });
    this.timeline = this.article.getByRole('region', { name: 'Timeline' });
    this.actions = this.article.getByRole('group', { name: 'Actions' });
  }

  /** What the header says: state, priority, clock, owner. */
  get facts(): Locator {
    return this.article.locator('header');
  }

  async isIn(state: string): Promise<void> {
    await expect(this.facts).toContainText(state);
  }

  async number(): Promise<string> {
    const name = await this.article.getAttribute('aria-label');
    return name?.split(' ').at(-1) ?? '';
  }

  /** The actions that are offered now. */
  async offered(): Promise<readonly string[]> {
    await this.actions.getByRole('button', { name: /more$|^Actions$/ }).click();
    const menu = this.page.getByRole('menu', { name: 'Actions' });
    const labels = await menu.getByRole('menuitem').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    return labels;
  }

  /** Starts an action from the menu of all of them. */
  async start(action: string): Promise<void> {
    await this.actions.getByRole('button', { name: /more$|^Actions$/ }).click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  actionDialog(action: string): Locator {
    return this.page.getByRole('dialog', { name: new RegExp(`^${action}: `) });
  }

  /** Does an action that asks for something; `fill` answers. */
  async act(
    action: string,
    fill: (fields: Fields) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.start(action);
    const dialog = this.actionDialog(action);
    await expect(dialog).toBeVisible();
    await fill(new Fields(this.page, dialog));
    await dialog.getByRole('button', { name: action, exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** The first entry of the timeline with these words. */
  entry(words: string | RegExp): Locator {
    return this.timeline.getByRole('listitem').filter({ hasText: words }).first();
  }

  async note(text: string): Promise<void> {
    await this.timeline.getByRole('textbox', { name: 'Note' }).fill(text);
    await this.timeline.getByRole('button', { name: 'Add note' }).click();
    await expect(this.entry(text)).toBeVisible();
  }

  /** Edits a text field where it stands. */
  async edit(label: string, value: string): Promise<void> {
    await this.article.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
    const input = this.article.getByRole('textbox', { name: label, exact: true });
    await input.fill(value);
    await input.press('Control+Enter');
    await expect(input).toBeHidden();
  }

  /** Takes another of a few choices where the field stands: that saves it. */
  async choose(label: string, option: string): Promise<void> {
    await this.article.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
    const list = this.page.getByRole('listbox', { name: label });
    const box = this.article.getByRole('combobox', { name: label, exact: true });
    await box.click();
    await list.getByRole('option', { name: new RegExp(`^${option}`) }).click();
    await expect(box).toBeHidden();
  }

  async openTab(name: string): Promise<Locator> {
    await this.article.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    return this.article.getByRole('tabpanel');
  }
}
