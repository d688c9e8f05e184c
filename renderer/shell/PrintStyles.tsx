import { usePreferences } from '#renderer/session/preferences.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { printRules } from './print-rules.ts';
import './print.css';

/** What every printed page has in common. */
export function PrintStyles() {
  const { marking, name } = useUnit();
  const paper = usePreferences((state) => state.paper);
  return <style>{printRules({ marking, unit: name, paper })}</style>;
}
