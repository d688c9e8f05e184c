import { lazy, Suspense, type ComponentType } from 'react';
import { useShell, type Overlay } from './shell-store.ts';

const overlays: Readonly<Partial<Record<Overlay, ComponentType>>> = {
  palette: lazy(async () => ({ default: (await import('./palette/Palette.tsx')).Palette })),
  create: lazy(async () => ({ default: (await import('./CreateOverlay.tsx')).CreateOverlay })),
  keys: lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet })),
  person: lazy(async () => ({ default: (await import('./PersonDialog.tsx')).PersonDialog })),
};

/** What lies over the page, loaded when it is first asked for. */
export function Overlays() {
  const overlay = useShell((state) => state.overlay);
  const Open = overlay && overlays[overlay];
  return Open ? (
    <Suspense>
      <Open />
    </Suspense>
  ) : null;
}
