import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import type { Rectangle, WindowState } from './window-state.ts';
import { minimumSize, placeWindow, readWindowState, saveWindowState } from './window-state.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1_920, height: 1_040 };
const beamer: Rectangle = { x: 1_920, y: 0, width: 1_280, height: 720 };
const saved: WindowState = { x: 2_000, y: 50, width: 1_000, height: 600, isMaximized: false };

describe('placeWindow', () => {
  test('puts it back where it was', () => {
    expect(placeWindow(saved, [laptop, beamer])).toEqual(saved);
    expect(placeWindow({ ...saved, isMaximized: true }, [laptop, beamer]).isMaximized).toBe(true);
  });

  test('brings it back when its display is gone', () => {
    expect(placeWindow(saved, [laptop])).toEqual({
      x: 460,
      y: 220,
      width: 1_000,
      height: 600,
      isMaximized: false,
    });
  });

  test('the first time it is in the middle of the first display', () => {
    expect(placeWindow(undefined, [laptop])).toEqual({
      x: 320,
      y: 90,
      width: 1_280,
      height: 860,
      isMaximized: false,
    });
  });

  test.each([
    ['above the display', { ...saved, x: 100, y: -50 }],
    ['below it', { ...saved, x: 100, y: 1_030 }],
    ['with only its edge to the left', { ...saved, x: -950, y: 100 }],
    ['with only its edge to the right', { ...saved, x: 1_900, y: 100 }],
  ])('repairs a window %s', (_, state) => {
    expect(placeWindow(state, [laptop])).not.toMatchObject({ x: state.x, y: state.y });
  });

  test('whatever was saved, its title can be reached and it is no smaller than useful', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const state = fc.record({
      x: number,
      y: number,
      width: number,
      height: number,
      isMaximized: fc.boolean(),
    });
    fc.assert(
      fc.property(state, fc.constantFrom([laptop], [laptop, beamer], [beamer]), (before, areas) => {
        const after = placeWindow(before, areas);
        expect(after.width).toBeGreaterThanOrEqual(minimumSize.width);
        expect(after.height).toBeGreaterThanOrEqual(minimumSize.height);
        const canBeDragged = areas.some(
          (area) =>
            after.y >= area.y &&
            after.y + 40 <= area.y + area.height &&
            Math.min(after.x + after.width, area.x + area.width) - Math.max(after.x, area.x) >= 100,
        );
        expect(canBeDragged).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('file', () => {
  test('comes back as saved', async () => {
    const path = join(await tempFolder(), 'window-state.json');
    await saveWindowState(path, saved);
    expect(await readWindowState(path)).toEqual(saved);
  });

  test.each([
    '',
    '{"x": 1',
    '{"x":1,"y":2}',
    '{"x":"1","y":2,"width":3,"height":4,"isMaximized":false}',
    'null',
  ])('unusable content %j is as good as none', async (content) => {
    const path = join(await tempFolder(), 'window-state.json');
    await writeFile(path, content);
    expect(await readWindowState(path)).toBeUndefined();
  });

  test('no file is no state', async () => {
    expect(await readWindowState(join(await tempFolder(), 'none.json'))).toBeUndefined();
  });
});
