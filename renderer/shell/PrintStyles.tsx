import { useBridge } from '#renderer/session/bridge.tsx';
import { usePreferences } from '#renderer/session/preferences.ts';
import { usePaperMarking } from '#renderer/session/shown-markings.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { printRules } from './print-rules.ts';
import './print.css';

/** What every printed page has in common. */
export function PrintStyles() {
  const { shortName } = useUnit();
  const marking = usePaperMarking();
  const { platform } = useBridge();
  const paper = usePreferences((state) => state.paper);
  return (
    <style>
      {printRules({ marking, unit: shortName, paper, leavesMargins: platform.shell === 'electron' })}
    </style>
  );
}
