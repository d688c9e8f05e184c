import { expect, type Locator, type Page } from '@playwright/test';

/** The list of a record type. */
export class ListPage {
  readonly grid: Locator;
  /** The rows in sight, without the headings. */
  readonly rows: Locator;
  readonly filters: Locator;
  readonly search: Locator;

  constructor(
    readonly page: Page,
    readonly plural: string,
  ) {
    this.grid = page.getByRole('grid', { name: plural });
    this.rows = this.grid.getByRole('rowgroup').getByRole('row');
    this.filters = page.getByRole('navigation', { name: `Filters of ${plural.toLowerCase()}` });
    this.search = page.getByRole('searchbox', { name: `Search ${plural.toLowerCase()}` });
  }

  filter(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label}\\s*[\\d,]*$`) });
  }

  /** The count that stands beside a filter. */
  async countOf(label: string): Promise<number> {
    const button = this.filter(label);
    await expect(button).toHaveText(/\d$/);
    return Number(/([\d,]+)$/.exec((await button.innerText()).trim())?.[1]?.replaceAll(',', ''));
  }

  async pick(label: string): Promise<void> {
    await this.filter(label).click();
    await expect(this.filter(label)).toHaveAttribute('aria-current', 'true');
  }

  /** Waits until the list has so many records, in sight or not. */
  async hasTotal(total: number): Promise<void> {
    await expect(this.grid).toHaveAttribute('aria-rowcount', String(total + 1));
  }

  async total(): Promise<number> {
    await expect(this.grid).not.toHaveAttribute('aria-rowcount', '-1');
    await expect(this.grid).toHaveAttribute('aria-busy', 'false');
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  /** Texts of a column for the rows in sight. */
  async column(heading: string): Promise<readonly string[]> {
    const header = this.grid.getByRole('columnheader', { name: heading, exact: true });
    const index = await header.getAttribute('aria-colindex');
    await expect(this.grid).toHaveAttribute('aria-busy', 'false');
    return this.rows.locator(`[aria-colindex="${index ?? ''}"]`).allInnerTexts();
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  async openRow(words: string): Promise<void> {
    await this.row(words).first().getByRole('link').first().click();
  }
}
