import { expect, type Locator } from '@playwright/test';
import type { Workbench } from './workbench.ts';

/** The workbook of an assessment. */
export class WorkbookPage {
  /** How far each assessor is. */
  readonly progress: Locator;
  /** What each assessor said of the line with the cursor. */
  readonly sides: Locator;
  readonly reason: Locator;

  constructor(private readonly bench: Workbench) {
    const { main } = bench;
    this.progress = main.getByRole('table', { name: /^Lines rated/ });
    this.sides = main.getByRole('table', { name: 'What each assessor said' });
    this.reason = main.getByRole('textbox', { name: 'Why' });
  }

  /** Through the palette, as people come to it. */
  static async open(bench: Workbench, title: string): Promise<WorkbookPage> {
    await bench.find(title);
    await bench.page.getByRole('link', { name: 'Open workbook' }).click();
    await expect(bench.main.getByRole('heading', { level: 1, name: /^Workbook/ })).toBeVisible();
    return new WorkbookPage(bench);
  }

  line(name: string): Locator {
    return this.bench.main.getByRole('group', { name: new RegExp(`^${name}: `) });
  }

  given(line: string, rating: string): Locator {
    return this.line(line).getByRole('radio', { name: rating });
  }

  /** Rates by keys, from this line on. */
  async type(from: string, ...keys: readonly string[]): Promise<void> {
    await this.line(from).focus();
    for (const key of keys) await this.bench.page.keyboard.press(key);
  }

  /** Writes a comment by keys alone. */
  async comment(line: string, text: string): Promise<void> {
    const { keyboard } = this.bench.page;
    await this.line(line).focus();
    await keyboard.press('Enter');
    await expect(this.bench.main.getByRole('textbox', { name: 'Comment' })).toBeFocused();
    await keyboard.type(text);
    await keyboard.press('Escape');
    await expect(this.line(line)).toBeFocused();
    await expect(this.line(line)).toContainText(text);
  }

  /** Waits until so many lines of a process are answered, on the disk. */
  async answered(process: string, count: number): Promise<void> {
    const item = this.bench.main.getByRole('button', { name: new RegExp(`^${process} (.* )?${count} of`) });
    await expect(item).toBeVisible();
  }

  /** Settles what was agreed on twice. */
  async keep(value: string): Promise<void> {
    const choice = this.bench.main.getByRole('group', { name: 'Values of Rating in conflict' });
    const head = choice.getByRole('listitem').filter({ hasText: value });
    await head.getByRole('button', { name: 'Keep this' }).click();
  }
}
