import { spawn } from 'node:child_process';
import { projectRoot } from './paths.ts';

export interface Step {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly title: string;
  /** Exit code; 1 where the process could not be started or was killed. */
  readonly code: number;
  readonly seconds: number;
}

type Output = 'inherit' | 'collect';

/** Runs one command in the project's folder. With `collect` its output appears in one piece at its end. */
export function runStep(step: Step, output: Output = 'inherit'): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const collected: Buffer[] = [];
    const child = spawn(step.command, [...step.args], {
      cwd: projectRoot,
      env: { ...process.env, ...step.env },
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    child.stdout?.on('data', (chunk: Buffer) => collected.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => collected.push(chunk));
    const finish = (code: number): void => {
      const seconds = (performance.now() - started) / 1000;
      if (output === 'collect') {
        process.stdout.write(
          `\n── ${step.title} (${seconds.toFixed(1)} s)\n${Buffer.concat(collected).toString()}`,
        );
      }
      resolve({ title: step.title, code, seconds });
    };
    child.on('error', (error) => {
      console.error(`${step.title}: could not start ${step.command}: ${error.message}`);
      finish(1);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });
}

/** Runs the steps, at most `width` at a time, and gives the results in the order of the steps. */
export async function runSteps(steps: readonly Step[], width: number): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < steps.length) {
      const index = next++;
      const step = steps[index];
      if (step) results[index] = await runStep(step, 'collect');
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, steps.length) }, worker));
  return results;
}

/** One line for each step: its name, how it ended and how long it took. */
export function formatResults(results: readonly StepResult[]): string {
  return results
    .map(
      ({ title, code, seconds }) =>
        `${code === 0 ? 'ok    ' : 'FAILED'} ${title.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`,
    )
    .join('\n');
}
