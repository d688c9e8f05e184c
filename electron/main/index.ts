import { join } from 'node:path';
import * as electron from 'electron';
import { startApplication } from './application.ts';
import { hubEntry } from './hub-host.ts';
import { registerAppScheme } from './protocol.ts';
import { closeCertificates } from './security.ts';
import { claimSingleInstance, requestedPath } from './single-instance.ts';

// Only wiring: what is decided stands in modules that take Electron's objects and run without them.
const { app } = electron;

registerAppScheme(electron.protocol);
app.enableSandbox();
closeCertificates(app);

let starting: ReturnType<typeof startApplication> | undefined;
if (claimSingleInstance(app, (path) => void starting?.then((application) => application.show(path)))) {
  const setup = {
    // Beside this file in the bundle.
    preloadPath: join(import.meta.dirname, 'preload.cjs'),
    hubEntry: hubEntry(import.meta.dirname),
    rendererFolder: join(import.meta.dirname, '..', 'renderer'),
    platform: process.platform,
    version: app.getVersion(),
  };
  starting = startApplication(electron, setup, requestedPath(process.argv));
  starting.catch((error: unknown) => {
    console.error(error);
    electron.dialog.showErrorBox('Outpost cannot start', String(error));
    app.exit(1);
  });
}
