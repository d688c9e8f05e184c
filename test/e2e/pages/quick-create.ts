import { expect, type Locator, type Page } from '@playwright/test';
import { Fields } from './fields.ts';

/** The short form over whatever page is open. */
export class QuickCreate {
  constructor(readonly page: Page) {}

  dialog(label: string): Locator {
    return this.page.getByRole('dialog', { name: `New ${label}`, exact: true });
  }

  /** Opens the form for a type by keyboard: `c`, a part of the name, Enter. */
  async open(label: string): Promise<Fields> {
    await this.page.keyboard.press('c');
    const types = this.page.getByRole('dialog', { name: 'Create a record' });
    const input = types.getByRole('combobox', { name: 'Record type' });
    await expect(input).toBeFocused();
    await input.pressSequentially(label);
    await expect(types.getByRole('option').first()).toContainText(new RegExp(label, 'i'));
    await this.page.keyboard.press('Enter');
    await expect(this.dialog(label)).toBeVisible();
    return new Fields(this.page, this.dialog(label));
  }

  /** Saves by keyboard and waits until the form is gone. */
  async save(label: string): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await expect(this.dialog(label)).toBeHidden();
  }
}
