import { expect, type Locator, type Page } from '@playwright/test';
import { passphrase } from '../fixtures/passphrase.ts';
import { FirstRunPage } from './first-run.ts';
import { Fields } from './fields.ts';
import { ListPage } from './list.ts';
import { QuickCreate } from './quick-create.ts';
import { RecordPage } from './record.ts';

export type ThemeLabel = 'Light' | 'Dark' | 'High contrast' | 'Red night vision';

/** The frame around every page, and the ways from one page to another. */
export class Workbench {
  readonly main: Locator;
  readonly messages: Locator;
  readonly firstRun: FirstRunPage;
  readonly quickCreate: QuickCreate;
  private isWatched = false;

  constructor(
    readonly page: Page,
    /** Address of the server; empty for the one that the configuration names. */
    readonly base = '',
  ) {
    this.main = page.getByRole('main');
    this.messages = page.getByRole('region', { name: 'Messages' });
    this.firstRun = new FirstRunPage(page);
    this.quickCreate = new QuickCreate(page);
  }

  /** Loads an address of the application anew. Where the keys did not outlive it, whoever was at the desk signs in again. */
  async open(path = '/'): Promise<void> {
    await this.signInWhenAsked();
    await this.page.goto(`${this.base}${path}`);
  }

  /** Cuts the link, as soon as what the application needs without one is on this device. */
  async goesOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await this.page.context().setOffline(true);
  }

  /** Waits until the page has what it asks for. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^At the desk/ })).toBeVisible();
    await expect(this.main.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(this.main.locator('[aria-busy="true"], [aria-rowcount="-1"]')).toHaveCount(0);
    // A lane of a board has no count yet.
    await expect(this.main.getByRole('region', { name: /, $/ })).toHaveCount(0);
  }

  list(plural: string): ListPage {
    return new ListPage(this.page, plural);
  }

  get record(): RecordPage {
    return new RecordPage(this.page);
  }

  /** Opens a list through the navigation and takes one of its filters. */
  async openList(plural: string, filter?: string): Promise<ListPage> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: new RegExp(`^${plural}( |$)`) })
      .click();
    const list = this.list(plural);
    await expect(list.grid).toBeVisible();
    if (filter) await list.pick(filter);
    return list;
  }

  /** Opens a record by a word of it, through the palette. */
  async find(words: string): Promise<RecordPage> {
    await this.page.getByRole('button', { name: /^Search or run a command/ }).click();
    const palette = this.page.getByRole('dialog', { name: 'Search and commands' });
    await palette.getByRole('combobox', { name: 'Search records and commands' }).fill(words);
    const found = palette.getByRole('option', { name: words }).filter({ hasNotText: 'Search all records' });
    await found.first().click();
    await expect(this.record.title).toContainText(words);
    return this.record;
  }

  /** Another person takes the desk. */
  async becomes(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^At the desk/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Who is at the desk?' });
    await dialog.getByRole('combobox', { name: 'Search people' }).fill(name);
    await dialog.getByRole('option', { name }).click();
    await dialog.getByRole('textbox', { name: `Passphrase of ${name}` }).fill(passphrase);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(
      this.page.getByRole('button', { name: `At the desk: ${name}. Change person` }),
    ).toBeVisible();
  }

  /** Lets a person of the unit sign in. */
  async giveAccount(name: string): Promise<void> {
    await this.page.goto(`${this.base}/accounts`);
    await this.page.getByRole('button', { name: 'Add account' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add account' });
    await new Fields(this.page, dialog).pick('Person', name);
    await dialog.getByRole('textbox', { name: 'New passphrase' }).fill(passphrase);
    await dialog.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
    await dialog.getByRole('button', { name: 'Add account' }).click();
    await expect(dialog).toBeHidden();
  }

  private async signInWhenAsked(): Promise<void> {
    if (this.isWatched) return;
    this.isWatched = true;
    await this.page.addLocatorHandler(
      this.page.getByRole('form', { name: 'Sign in', exact: true }),
      async (form) => {
        await form.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
        await form.getByRole('button', { name: 'Sign in' }).click();
        await form.waitFor({ state: 'hidden' });
      },
    );
  }

  /** The theme that follows the device; the page shows it at once. */
  async followsDevice(theme: 'light' | 'dark' | 'high-contrast'): Promise<void> {
    await this.page.emulateMedia({
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      contrast: theme === 'high-contrast' ? 'more' : 'no-preference',
    });
    await expect(this.page.locator(`html[data-theme="${theme}"]`)).toBeAttached();
  }

  async chooseTheme(theme: ThemeLabel): Promise<void> {
    await this.open('/settings');
    await this.page.getByRole('radio', { name: theme, exact: true }).check();
  }
}
