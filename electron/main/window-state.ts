import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from './durable-file.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  isMaximized: z.boolean(),
});

export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export const minimumSize = { width: 640, height: 480 } as const;
const preferredSize = { width: 1_280, height: 860 } as const;
/** As much of the window's top as has to be on a display, so that it can be dragged. */
const reachable = { width: 120, height: 40 } as const;

/**
 * Where to put the window: as it was left, if the displays of today still show it, else in the middle of the first one.
 *
 * @param workAreas of the displays, the primary one first; never empty.
 */
export function placeWindow(saved: WindowState | undefined, workAreas: readonly Rectangle[]): WindowState {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...preferredSize };
  const isMaximized = saved?.isMaximized ?? false;
  // The size first: a window made to fit a smaller display may no longer reach it from where it was.
  const fitted = workAreas
    .map((area) => ({ area, window: { x: saved?.x ?? 0, y: saved?.y ?? 0, ...sizeFor(saved, area) } }))
    .find(({ area, window }) => saved !== undefined && isReachable(window, area));
  if (fitted !== undefined) return { ...fitted.window, isMaximized };
  const { width, height } = sizeFor(saved, primary);
  const x = primary.x + Math.max(0, Math.round((primary.width - width) / 2));
  const y = primary.y + Math.max(0, Math.round((primary.height - height) / 2));
  return { x, y, width, height, isMaximized };
}

function sizeFor(saved: WindowState | undefined, area: Rectangle): { width: number; height: number } {
  return {
    width: fit(saved?.width ?? preferredSize.width, minimumSize.width, area.width),
    height: fit(saved?.height ?? preferredSize.height, minimumSize.height, area.height),
  };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTopInside = window.y >= area.y && window.y + reachable.height <= area.y + area.height;
  return isTopInside && seen >= reachable.width;
}

function fit(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** What was saved, or `undefined` when there is nothing usable: a lost window position is no reason not to start. */
export async function readWindowState(path: string): Promise<WindowState | undefined> {
  try {
    return windowStateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

export async function saveWindowState(path: string, state: WindowState): Promise<void> {
  await writeDurably(path, Buffer.from(JSON.stringify(state)));
}
