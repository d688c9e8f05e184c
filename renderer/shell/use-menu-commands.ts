import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useBridge } from '#renderer/session/bridge.tsx';
import { useUndo } from '#renderer/session/undo.ts';
import { usePrintPage } from '#renderer/session/use-print.ts';
import type { MenuCommand } from '#shared/contracts/bridge.ts';
import { openCreate, openOverlay, toggleHelp } from './shell-store.ts';
import { takesText } from './use-shortcuts.ts';

/** Declared obsolete, and still the only way to take typing back from a menu. */
interface TextUndo {
  readonly execCommand: (command: 'undo') => boolean;
}

/** Does what the desktop application's menu asks for, and follows its notices. */
export function useMenuCommands(): void {
  const bridge = useBridge();
  const router = useRouter();
  const undo = useUndo();
  const { print, savePdf } = usePrintPage();
  useEffect(() => {
    const textUndo: TextUndo = document;
    const go = (href: string) => () => void router.navigate({ href });
    const undoSomething = () => {
      // In a text the menu means the typing, which only the browser can take back.
      if (takesText(document.activeElement)) textUndo.execCommand('undo');
      else void undo();
    };
    const commands: Partial<Record<MenuCommand, () => void>> = {
      'new-incident': () => openCreate('incident'),
      'new-request': () => openCreate('request'),
      'open-palette': () => openOverlay('palette'),
      search: go('/search'),
      import: go('/import'),
      print: () => void print(),
      'save-pdf': () => void savePdf(),
      undo: undoSomething,
      settings: go('/settings'),
      shortcuts: () => openOverlay('keys'),
      help: toggleHelp,
      about: go('/settings'),
    };
    const stops = [
      bridge.menu.onCommand((command) => commands[command]?.()),
      bridge.notify.onClick(({ link }) => void router.navigate({ href: link })),
      bridge.window.onOpenPath((path) => void router.navigate({ href: path })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [bridge, router, undo, print, savePdf]);
}
