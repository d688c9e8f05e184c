import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

interface Hub {
  readonly address: string;
  readonly code: string;
  /** Of this device; the form proposes one. */
  readonly name?: string;
  /** As the list shows it. */
  readonly link?: string;
}

/** The sync page: the hubs of this device and what was exchanged with them. */
export class SyncPage {
  readonly heading: Locator;
  readonly form: Locator;
  readonly history: Locator;
  readonly aside: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Sync', exact: true, level: 1 });
    this.form = page.getByRole('region', { name: 'Connect to a hub' });
    this.history = page.getByRole('table', { name: 'Exchanges, newest first' });
    this.aside = page.getByRole('table', { name: 'Set aside' });
  }

  /** Opens the page from the rail, as people do. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Sync', exact: true })
      .click();
    await expect(this.heading).toBeVisible();
  }

  async connect({ address, code, name, link }: Hub): Promise<void> {
    await this.form.getByRole('textbox', { name: 'Address of the hub' }).fill(address);
    await this.form.getByRole('textbox', { name: 'One-time code' }).fill(code);
    if (name) await this.form.getByRole('textbox', { name: 'Name of this device' }).fill(name);
    if (link) {
      await this.form.getByRole('combobox', { name: 'Link' }).click();
      await this.page.getByRole('option', { name: new RegExp(`^${link}`) }).click();
    }
    await this.form.getByRole('button', { name: 'Connect', exact: true }).click();
  }

  /** The panel of a hub by the name that the hub gives itself. */
  hub(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A figure of a hub: “Entries to send”, “Last contact” … */
  async figure(hub: string, label: string): Promise<string> {
    const term = this.hub(hub)
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`) });
    return term.locator('xpath=following-sibling::dd').innerText();
  }

  async exchange(hub: string): Promise<void> {
    await this.hub(hub).getByRole('button', { name: 'Exchange now' }).click();
  }

  /** The same, until the hub was spoken to. */
  async speakTo(hub: string): Promise<void> {
    const contact = this.hub(hub)
      .getByRole('term')
      .filter({ hasText: /^Last contact$/ })
      .locator('xpath=following-sibling::dd')
      .locator('time');
    const before = (await contact.getAttribute('datetime')) ?? '';
    await this.exchange(hub);
    await expect(contact).not.toHaveAttribute('datetime', before);
  }

  async isInStep(hub: string): Promise<void> {
    await expect(this.hub(hub).getByText('In step', { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  async useLink(hub: string, link: string): Promise<void> {
    await this.hub(hub).getByRole('combobox', { name: 'Link' }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${link}`) }).click();
  }

  /** Makes a bundle and saves its files; returns where they are. */
  async makeBundle(receiver: string): Promise<readonly string[]> {
    const form = this.page.getByRole('form', { name: 'Make a bundle' });
    await form.getByRole('combobox', { name: 'For' }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${receiver}`) }).click();
    await form.getByRole('button', { name: 'Make bundle' }).click();
    const files = form.getByRole('list', { name: 'Files of the bundle' }).getByRole('listitem');
    await expect(files.last()).toContainText('Manifest');
    const paths: string[] = [];
    for (const file of (await files.all()).slice(0, -1)) {
      const download = this.page.waitForEvent('download');
      await file.getByRole('button', { name: 'Save' }).click();
      paths.push(await (await download).path());
    }
    return paths;
  }

  /** What the bundle that was made brings. */
  get made(): Locator {
    return this.page.getByRole('form', { name: 'Make a bundle' }).getByRole('status');
  }

  /** Chooses a file of a bundle, looks at what it says, and takes it in. */
  async openBundle(path: string): Promise<void> {
    await this.chooseBundle(path);
    await this.#opening.getByRole('button', { name: 'Take in' }).click();
  }

  /** Chooses a file of a bundle; it is checked and shown. */
  async chooseBundle(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.#opening.getByRole('button', { name: 'Choose files' }).click();
    const part = { name: 'part.outpost-bundle', mimeType: 'application/octet-stream' };
    await (await chooser).setFiles([{ ...part, buffer: await readFile(path) }]);
    await expect(this.brought).toContainText('SHA-256');
  }

  /** The files that were chosen, and what was found of them. */
  get brought(): Locator {
    return this.#opening.getByRole('list', { name: 'Files that were brought' });
  }

  get #opening(): Locator {
    return this.page.getByRole('group', { name: 'Open a bundle' });
  }

  /** What the last opened bundle came to. */
  get opened(): Locator {
    return this.#opening.getByRole('status');
  }

  async leave(hub: string): Promise<void> {
    await this.hub(hub).getByRole('button', { name: 'Leave hub' }).click();
    const dialog = this.page.getByRole('dialog', { name: `Leave ${hub}?` });
    await dialog.getByRole('button', { name: 'Leave hub' }).click();
    await expect(this.hub(hub)).toBeHidden();
  }
}

/** The conflicts inbox. */
export class ConflictsPage {
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('list', { name: 'Conflicts' });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Conflicts/ })
      .click();
    await expect(this.page.getByRole('heading', { name: 'Conflicts', exact: true, level: 1 })).toBeVisible();
  }

  /** The card of a field of a record, by the field's label and the record's number. */
  card(field: string, number: string): Locator {
    return this.list
      .locator(':scope > li')
      .filter({ hasText: number })
      .filter({ has: this.page.getByRole('list', { name: `Values of ${field}` }) });
  }

  /** Keeps a value by its text. */
  async keep(card: Locator, value: string): Promise<void> {
    await card
      .getByRole('listitem')
      .filter({ hasText: value })
      .getByRole('button', { name: 'Keep this' })
      .click();
  }
}
