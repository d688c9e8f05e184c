import { expect, type Locator, type Page } from '@playwright/test';
import { passphrase } from '../fixtures/passphrase.ts';

interface NewUnit {
  readonly name: string;
  readonly shortName: string;
  /** As the list of zones shows it. */
  readonly zone: string;
  readonly marking: string;
  readonly person: string;
}

/** What a new user meets. */
export class FirstRunPage {
  readonly heading: Locator;
  readonly form: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Welcome to Outpost' });
    this.form = page.getByRole('region', { name: 'Set up a unit' });
  }

  /** @returns the recovery code. */
  async createUnit(unit: NewUnit): Promise<string> {
    await this.form.getByRole('textbox', { name: 'Name of the unit' }).fill(unit.name);
    await this.form.getByRole('textbox', { name: 'Short name' }).fill(unit.shortName);
    await this.form.getByRole('combobox', { name: 'Time zone' }).fill(unit.zone);
    await this.page.getByRole('option', { name: new RegExp(`^${unit.zone}`) }).click();
    await this.form.getByRole('combobox', { name: 'Marking' }).fill(unit.marking);
    await this.form.getByRole('textbox', { name: 'Your name' }).fill(unit.person);
    await this.form.getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase);
    await this.form.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
    await this.form.getByRole('button', { name: 'Create unit' }).click();
    const code = await this.page.getByText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/).textContent();
    await this.page.getByRole('checkbox', { name: 'It is written down and kept apart' }).check();
    await this.page.getByRole('button', { name: 'Go on' }).click();
    await this.isOver(unit.person);
    return code ?? '';
  }

  async openDemo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the demo unit' }).click();
    await this.isOver('Okafor, Daniel');
  }

  /** Joins a unit through its hub, and takes the desk as one of its people. */
  async join(hub: { address: string; code: string; name: string }, person: string): Promise<void> {
    const form = this.page.getByRole('region', { name: 'Join a unit that has a hub' });
    await form.getByRole('textbox', { name: 'Address of the hub' }).fill(hub.address);
    await form.getByRole('textbox', { name: 'One-time code' }).fill(hub.code);
    await form.getByRole('textbox', { name: 'Name of this device' }).fill(hub.name);
    await form.getByRole('button', { name: 'Join unit' }).click();
    const claim = this.page.getByRole('form', { name: 'First sign-in' });
    await expect(claim).toBeVisible({ timeout: 60_000 });
    await claim.getByRole('combobox', { name: 'Name' }).click();
    await this.page.getByRole('option', { name: person }).click();
    await claim.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await claim.getByRole('button', { name: 'Sign in' }).click();
    await this.isOver(person);
  }

  private async isOver(person: string): Promise<void> {
    await expect(
      this.page.getByRole('button', { name: `At the desk: ${person}. Change person` }),
    ).toBeVisible({
      timeout: 30_000,
    });
  }
}
