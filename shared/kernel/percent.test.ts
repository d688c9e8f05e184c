import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent } from './percent.ts';

describe('percentages for people', () => {
  it.each<[value: number, target: number, text: string]>([
    [99.951, 100, '99.95%'],
    [99.951, 99.95, '99.95%'],
    [99.949, 99.95, '99.9%'],
    [99.9499, 99.95, '99.9%'],
    [89.96, 90, '89.96%'],
    [90.04, 90, '90.0%'],
    [90, 90, '90.0%'],
    [100, 99, '100.0%'],
    [99.99999999, 100, '99.999999%'],
    [0.04, 100, '0.04%'],
    [0, 100, '0.0%'],
    [-0, 100, '0.0%'],
    [100.04, 100, '100.0%'],
    [33.3333333, 95, '33.3%'],
    [-12.34, 0, '-12.3%'],
  ])('SLA-13 %d against %d shows %s', (value, target, text) => {
    expect(formatPercent(value, target)).toBe(text);
  });

  it('SLA-13 shows no figure where there is none', () => {
    expect(formatPercent(Number.NaN)).toBe('–');
  });

  it('SLA-13 shows as few decimals as asked where they suffice', () => {
    expect([formatPercent(87.25, 90, 0), formatPercent(89.6, 90, 0)]).toEqual(['87%', '89.6%']);
  });

  it('SLA-13 never shows a missed target as reached, nor less than all as all', () => {
    const percent = fc.integer({ min: 0, max: 100_000_000 }).map((value) => value / 1e6);
    const near = fc
      .tuple(percent, fc.integer({ min: -60_000, max: 60_000 }))
      .map(([mark, off]) => [mark + off / 1e6, mark] as const);
    fc.assert(
      fc.property(near, ([value, target]) => {
        const shown = Number.parseFloat(formatPercent(value, target));
        expect(shown >= target).toBe(value >= target);
        expect(shown >= 100).toBe(value >= 100);
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});
