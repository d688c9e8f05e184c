import { expect, type Locator, type Page } from '@playwright/test';
import { Fields } from './fields.ts';

export interface HubAccess {
  readonly address: string;
  readonly code: string;
  /** Of the device. */
  readonly name: string;
  /** Link profile as the list shows it. */
  readonly link?: string;
}

/** Hubs of this device: connecting, exchanging, what came of it. */
export class SyncPage {
  readonly heading: Locator;
  readonly history: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('main').getByRole('heading', { level: 1, name: 'Sync' });
    this.history = page.getByRole('table', { name: 'Exchanges, newest first' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sync' }).click();
    await expect(this.heading).toBeVisible();
  }

  async connect(access: HubAccess): Promise<void> {
    await this.open();
    await fillAccess(this.page, access);
    await this.page.getByRole('button', { name: 'Connect', exact: true }).click();
    await this.isInStep();
  }

  /** This device and the hub hold the same. */
  async isInStep(): Promise<void> {
    await expect(this.page.getByText('In step', { exact: true })).toBeVisible({ timeout: 90_000 });
  }

  async exchange(): Promise<void> {
    await this.page.getByRole('button', { name: 'Exchange now' }).click();
  }
}

/** The form with which a device joins a hub, on the sync page and at first start. */
export async function fillAccess(page: Page, { address, code, name, link }: HubAccess): Promise<void> {
  const fields = new Fields(page, page.getByRole('main').or(page.locator('body')).last());
  await fields.write('Address of the hub', address);
  await fields.write('One-time code', code);
  await fields.write('Name of this device', name);
  if (link) await fields.choose('Link', link);
}

/** Fields that several people wrote at the same time. */
export class ConflictsPage {
  readonly cards: Locator;

  constructor(readonly page: Page) {
    this.cards = page.getByRole('list', { name: 'Conflicts' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Conflicts/ })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Conflicts' })).toBeVisible();
  }

  card(field: string): Locator {
    return this.page.getByRole('listitem', { name: new RegExp(`^${field}`) });
  }
}
