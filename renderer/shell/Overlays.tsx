import { lazy, Suspense } from 'react';
import { useShell } from './shell-store.ts';

const Palette = lazy(async () => ({ default: (await import('./palette/Palette.tsx')).Palette }));
const CreateOverlay = lazy(async () => ({ default: (await import('./CreateOverlay.tsx')).CreateOverlay }));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }));
const PersonDialog = lazy(async () => ({ default: (await import('./PersonDialog.tsx')).PersonDialog }));

/** What lies over the page, loaded when it is first asked for. */
export function Overlays() {
  const overlay = useShell((state) => state.overlay);
  return (
    <Suspense>
      {overlay === 'palette' && <Palette />}
      {overlay === 'create' && <CreateOverlay />}
      {overlay === 'keys' && <KeySheet />}
      {overlay === 'person' && <PersonDialog />}
    </Suspense>
  );
}
