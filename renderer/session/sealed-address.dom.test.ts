import { describe, expect, test } from 'vitest';
import { LocalStore } from '#renderer/data/local-store.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testRing, testVault } from '#test/support/vault.ts';
import { Vault } from '#shared/trust/vault.ts';
import { newDataKey } from '#shared/trust/key-ring.ts';
import { sealedAddresses } from './sealed-address.ts';

const addresses = (vault = testVault()) =>
  sealedAddresses(new LocalStore(new OutpostDatabase('addresses', vault)));

describe('TRU-202 addresses in the browser', () => {
  test('hold the path alone in the clear, and give the whole again', () => {
    const { createHref, parseLocation } = addresses();
    const shown = createHref('/list/incident?q=%22relay%20hill%22&sort=-priority#x');
    expect(shown).toMatch(/^\/list\/incident\?s=[\w-]+#x$/);
    window.history.replaceState({}, '', shown);
    expect(parseLocation()).toMatchObject({
      pathname: '/list/incident',
      search: '?q=%22relay%20hill%22&sort=-priority',
      hash: '#x',
    });
    expect(createHref('/record/1')).toBe('/record/1');
  });

  test('in the clear are read, and those of a key that is gone ask for nothing', () => {
    const { createHref } = addresses();
    window.history.replaceState({}, '', '/list/incident?q=hill');
    expect(addresses().parseLocation().search).toBe('?q=hill');
    window.history.replaceState({}, '', createHref('/list/incident?q=hill'));
    const other = new Vault([newDataKey(testRing.slice(0, 0))]);
    expect(addresses(other).parseLocation().search).toBe('');
  });
});
