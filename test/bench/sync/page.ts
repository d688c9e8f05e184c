import type { BrowserContext, Page } from '@playwright/test';
import { openPage } from '../browser.ts';
import type { SyncBench } from '../page/sync.ts';
import type { Site } from '../site.ts';

type Step = keyof SyncBench;
type ArgumentOf<Name extends Step> = Parameters<SyncBench[Name]>[0];
type ResultOf<Name extends Step> = Awaited<ReturnType<SyncBench[Name]>>;

/** The page of the laptops, called step by step. */
export class SyncPage {
  readonly #page: Page;

  static async open(context: BrowserContext, site: Site): Promise<SyncPage> {
    const page = await openPage(context, `${site.bench}/sync.html`);
    await page.waitForFunction(() => 'syncBench' in globalThis);
    return new SyncPage(page);
  }

  constructor(page: Page) {
    this.#page = page;
  }

  async call<Name extends Step>(name: Name, argument: ArgumentOf<Name>): Promise<ResultOf<Name>> {
    const call = ([what, given]: [Step, unknown]): Promise<unknown> => {
      const steps = globalThis.syncBench as Readonly<Record<string, (argument: unknown) => Promise<unknown>>>;
      return steps[what]?.(given) ?? Promise.reject(new Error(`There is no step ${what}.`));
    };
    return (await this.#page.evaluate(call, [name, argument] as [Step, unknown])) as ResultOf<Name>;
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
