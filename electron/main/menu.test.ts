import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuCommands } from '#shared/contracts/bridge.ts';
import { menuTemplate } from './menu.ts';

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

test.each(['linux', 'win32', 'darwin'] as const)(
  '%s: every command of the contract has one item that sends it',
  (platform) => {
    const sent: string[] = [];
    const items = itemsOf(
      menuTemplate({ platform, isPackaged: true, send: (command) => sent.push(command) }),
    );
    for (const item of items) {
      const click = item.click as (() => void) | undefined;
      click?.();
    }
    expect([...sent].sort()).toEqual([...menuCommands].sort());
  },
);

test('keys are the page’s own, except on macOS, where the menu has them', () => {
  const accelerators = (platform: NodeJS.Platform) =>
    itemsOf(menuTemplate({ platform, isPackaged: true, send: () => undefined })).filter(
      (item) => item.accelerator,
    );
  expect(accelerators('linux').length).toBeGreaterThan(3);
  expect(accelerators('linux').every((item) => item.registerAccelerator === false)).toBe(true);
  expect(accelerators('darwin').every((item) => item.registerAccelerator === true)).toBe(true);
});

test('developer tools are in the menu of a development build only', () => {
  const roles = (isPackaged: boolean) =>
    itemsOf(menuTemplate({ platform: 'linux', isPackaged, send: () => undefined })).map((item) => item.role);
  expect(roles(true)).not.toContain('toggleDevTools');
  expect(roles(false)).toContain('toggleDevTools');
});
