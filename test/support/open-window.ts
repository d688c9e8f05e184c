import { onTestFinished } from 'vitest';
import { TestWindow } from './workspace.ts';

/** A window that is closed with the test. */
export async function openWindow(options: Parameters<typeof TestWindow.open>[0] = {}): Promise<TestWindow> {
  const window = await TestWindow.open(options);
  onTestFinished(() => window.close());
  return window;
}
