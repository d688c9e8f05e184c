import { lazy, Suspense } from 'react';
import type { SlotFill, SlotProps } from '#renderer/record/slots.ts';

import { ModelProcesses } from './models/ModelProcesses.tsx';

/** It reads and checks files: nothing that the page of another record should wait for. */
const ModelPanel = lazy(async () => ({ default: (await import('./models/ModelPanel.tsx')).ModelPanel }));

function LoadedPanel(props: SlotProps) {
  return (
    <Suspense>
      <ModelPanel {...props} />
    </Suspense>
  );
}

/** The special views of a kept reference model. */
export const librarySlots: readonly SlotFill[] = [
  { type: 'reference-model', slot: 'aboveFields', View: LoadedPanel },
  { type: 'reference-model', slot: 'tab', name: 'processes', label: 'Processes', View: ModelProcesses },
];
