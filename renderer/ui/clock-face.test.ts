import { describe, expect, test } from 'vitest';
import { clockFace } from './clock-face.ts';

const now = 1_000_000_000_000;
const minute = 60_000;

describe('what a clock shows', () => {
  test('nothing where there is no clock', () => {
    for (const state of [null, undefined, '', 'none', 'void']) {
      expect(clockFace({ state, due: null, warnAt: null, now })).toBeUndefined();
    }
  });

  test('time left before the warning, then a warning, then over', () => {
    const face = (at: number) =>
      clockFace({ state: 'running', due: now, warnAt: now - 30 * minute, now: at });
    expect(face(now - 45 * minute)).toEqual({ tone: 'fine', glyph: 'fine', text: '45 min left' });
    expect(face(now - 30 * minute)?.tone).toBe('warning');
    expect(face(now - 1)?.tone).toBe('warning');
    expect(face(now)).toEqual({ tone: 'breached', glyph: 'breached', text: '0 s over' });
    expect(face(now + 5 * minute)?.text).toBe('5 min over');
  });

  test.each([
    ['paused', 'paused', 'Paused'],
    ['met', 'fine', 'Met'],
    ['missed', 'breached', 'Missed'],
  ] as const)('%s stands still', (state, tone, text) => {
    expect(clockFace({ state, due: null, warnAt: null, now })).toMatchObject({ tone, text });
  });

  test('every look has a shape of its own', () => {
    const glyphs = ['paused', 'met', 'missed'].map(
      (state) => clockFace({ state, due: null, warnAt: null, now })?.glyph,
    );
    expect(new Set(glyphs).size).toBe(3);
  });
});
