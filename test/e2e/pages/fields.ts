import { expect, type Locator, type Page } from '@playwright/test';

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Fills the generated editors of a form by their labels. `scope`: the form or dialog they stand in. */
export class Fields {
  constructor(
    readonly page: Page,
    readonly scope: Locator,
  ) {}

  text(label: string): Locator {
    return this.scope.getByRole('textbox', { name: label, exact: true });
  }

  box(label: string): Locator {
    return this.scope.getByRole('combobox', { name: label, exact: true });
  }

  async write(label: string, value: string): Promise<void> {
    await this.text(label).fill(value);
  }

  /** Takes one of a few choices. */
  async choose(label: string, option: string): Promise<void> {
    await this.box(label).click();
    await this.page
      .getByRole('listbox', { name: label })
      .getByRole('option', { name: new RegExp(`^${escaped(option)}`) })
      .click();
    await expect(this.box(label)).toContainText(option);
  }

  /** Picks another record by typing its title; Enter follows at once, as from a fast hand or a scanner. */
  async pick(label: string, title: string): Promise<void> {
    await this.box(label).fill(title);
    await this.box(label).press('Enter');
    await expect(this.box(label)).toHaveValue(title);
  }

  /** Adds a record to a list of them by typing its title. */
  async add(label: string, title: string): Promise<void> {
    await this.box(label).fill(title);
    await this.box(label).press('Enter');
    await expect(this.scope.getByRole('button', { name: `Remove ${title}` })).toBeVisible();
  }

  /** Makes the missing record where it is needed. `more` fills what else it asks for. */
  async create(
    label: string,
    type: string,
    title: string,
    more?: (fields: Fields) => Promise<void>,
  ): Promise<void> {
    await this.box(label).fill(title);
    await this.page.getByRole('option', { name: `New ${type} “${title}”…` }).click();
    const dialog = this.page.getByRole('dialog', { name: `New ${type}`, exact: true });
    await more?.(new Fields(this.page, dialog));
    await dialog.getByRole('button', { name: `Create ${type}`, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(this.box(label)).toHaveValue(title);
  }
}
