import { expect, type Locator, type Page } from '@playwright/test';

/** What a file is given as: a path, or a name with its bytes. */
export type ImportFile =
  string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The import wizard. */
export class ImportWizard {
  readonly main: Locator;
  readonly importButton: Locator;
  readonly progress: Locator;
  readonly refusals: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main');
    this.importButton = page.getByRole('button', { name: 'Import file' });
    this.progress = page.getByRole('progressbar');
    this.refusals = page.getByRole('table', { name: 'Refused lines' });
  }

  /** Opens the wizard from the rail, as people do. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Import', exact: true }).first().click();
    await expect(this.page.getByRole('heading', { name: 'Import from a file' })).toBeVisible();
  }

  async choose(file: ImportFile): Promise<void> {
    await this.page.getByLabel('File to import').setInputFiles(file);
  }

  async useTemplate(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name: `Use “${name}”` });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  async goTo(step: 'File' | 'Columns' | 'Values and dates' | 'Check'): Promise<void> {
    const steps = this.page.getByRole('navigation', { name: 'Steps of the import' });
    await steps.getByRole('button', { name: step }).click();
    await expect(steps.getByRole('button', { name: step })).toHaveAttribute('aria-current', 'step');
  }

  /** A figure of the dry run or of the result, by its label. */
  async figure(label: string): Promise<number> {
    const term = this.main.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
    const text = await term.locator('xpath=following-sibling::dd').innerText();
    return Number(text.replaceAll(',', ''));
  }

  async isChecked(outcome: 'good' | 'refused'): Promise<void> {
    const text = outcome === 'good' ? 'Every line can be imported.' : /refused\. A file is imported whole/;
    await expect(this.main.getByText(text)).toBeVisible({ timeout: 90_000 });
  }

  async isImported(file: string): Promise<void> {
    await expect(this.main.getByText(`${file} is imported and saved on this device.`)).toBeVisible({
      timeout: 60_000,
    });
  }
}
