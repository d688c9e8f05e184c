import { ensureProgram, findProgram, type Wanted } from './find-program.ts';

const chromium: Wanted = {
  title: 'Chromium or Chrome',
  variable: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  debianPackage: 'chromium',
};

/** A browser of the Chromium family, if this machine has one. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return findProgram(chromium, env);
}

/** The browser of the end-to-end tests; installed where there is none and it can be. */
export function ensureChromium(): string {
  return ensureProgram(chromium);
}
