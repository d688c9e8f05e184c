import { create } from 'zustand';

export type Overlay = 'palette' | 'create' | 'keys' | 'person' | 'notices';

interface ShellState {
  /** What lies over the page; one at a time. */
  readonly overlay: Overlay | undefined;
  /** Record type that the create dialog begins with. */
  readonly createType: string | undefined;
  readonly isHelpOpen: boolean;
  /** On narrow pages only: the navigation lies over the page. */
  readonly isRailCovering: boolean;
}

export const useShell = create<ShellState>()(() => ({
  overlay: undefined,
  createType: undefined,
  isHelpOpen: false,
  isRailCovering: false,
}));

export function openOverlay(overlay: Overlay): void {
  useShell.setState({ overlay, createType: undefined });
}

export function closeOverlay(): void {
  useShell.setState({ overlay: undefined, createType: undefined });
}

/** Opens quick create; without a type it asks which first. */
export function openCreate(type?: string): void {
  useShell.setState({ overlay: 'create', createType: type });
}

export function toggleHelp(): void {
  useShell.setState(({ isHelpOpen }) => ({ isHelpOpen: !isHelpOpen }));
}

export function closeHelp(): void {
  useShell.setState({ isHelpOpen: false });
}
