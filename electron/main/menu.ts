import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contracts/bridge.ts';

export interface MenuSetup {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly send: (command: MenuCommand) => void;
}

export function menuTemplate({ platform, isPackaged, send }: MenuSetup): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => send(command),
    // Elsewhere than on macOS the page gets its keys itself: the menu only shows them.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: isMac }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const developer: MenuItemConstructorOptions[] = isPackaged ? [] : [{ role: 'toggleDevTools' }];
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        item('New incident', 'new-incident'),
        item('New service request', 'new-request'),
        separator,
        item('Import…', 'import'),
        item('Export…', 'export'),
        separator,
        item('Print…', 'print', 'CmdOrCtrl+P'),
        item('Save as PDF…', 'save-pdf'),
        separator,
        item('Settings', 'settings', 'CmdOrCtrl+,'),
        separator,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo last change', 'undo'),
        separator,
        { role: 'undo', label: 'Undo typing' },
        { role: 'redo', label: 'Redo typing' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('Search', 'search'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Command palette', 'open-palette', 'CmdOrCtrl+K'),
        separator,
        { role: 'reload' },
        ...developer,
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        item('Help', 'help', 'F1'),
        item('Keyboard shortcuts', 'shortcuts'),
        separator,
        item('About Outpost', 'about'),
      ],
    },
  ];
}
