import { problem, type Problem } from '../kernel/errors.ts';

const shortest = 4;
const longest = 12;

/** What makes a PIN unfit (OUT-KEY-009), if anything. */
export function pinFault(pin: string): Problem | undefined {
  const fault = !/^\d*$/.test(pin)
    ? 'has other characters than digits'
    : pin.length < shortest || pin.length > longest
      ? `has ${pin.length} digits`
      : isRun(pin)
        ? 'is one that is tried first'
        : undefined;
  return fault === undefined ? undefined : problem('OUT-KEY-009', { fault, shortest, longest });
}

/** One digit again and again, or digits that count up or down. */
function isRun(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  const [step = 0] = steps;
  return steps.size === 1 && Math.abs(step) <= 1;
}
