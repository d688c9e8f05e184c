import { expect, type Locator, type Page } from '@playwright/test';

/** The administration of a hub, on the page that it serves. */
export class HubAdminPage {
  readonly page: Page;
  readonly address: string;
  readonly token: Locator;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
    this.token = page.getByLabel('Administrator token');
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.address}/hub`);
    await expect(this.page.getByRole('heading', { name: 'Hub administration', level: 1 })).toBeVisible();
  }

  async signIn(token: string): Promise<void> {
    await this.token.fill(token);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await expect(this.token).toBeVisible();
  }

  /** Workspaces of the hub. */
  get workspaces(): Locator {
    return this.page.getByRole('table', { name: 'Workspaces' });
  }

  get sessions(): Locator {
    return this.page.getByRole('table', { name: 'Administrators who are signed in' });
  }

  async makeWorkspace(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New workspace' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'New workspace' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Make workspace' }).click();
    await expect(this.workspaces.getByRole('button', { name })).toBeVisible();
  }
}
