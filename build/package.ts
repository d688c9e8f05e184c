import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './lib/ensure-build.ts';
import { electronVersion } from './lib/find-electron.ts';
import { distFolder, toolPath } from './lib/paths.ts';
import { runStep } from './lib/run.ts';

/** `npm run package -- --dir` and the like: the arguments go on to electron-builder. */
await ensureBuild();
if (!existsSync(join(distFolder, 'electron', 'main.js'))) {
  throw new Error(
    'There is no dist/electron/main.js: without the Electron shell there is nothing to package.',
  );
}
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
const { code, seconds } = await runStep({
  title: 'package',
  command: toolPath('electron-builder'),
  args: [
    ...process.argv.slice(2),
    '--publish',
    'never',
    `-c.electronVersion=${electronVersion()}`,
    ...(runtime ? [`-c.electronDist=${runtime}`] : []),
  ],
});
console.log(
  code === 0 ? `Packaged into release/ in ${seconds.toFixed(1)} s.` : 'electron-builder failed; see above.',
);
process.exitCode = code;
