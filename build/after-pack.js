import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in Electron's executable; a stand-in for it has none. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** File that holds the fuses, relative to the folder of the package. */
function fusedFile({ electronPlatformName, packager }) {
  const product = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') {
    return join(
      `${product}.app`,
      'Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
    );
  }
  return electronPlatformName === 'win32' ? `${product}.exe` : packager.executableName;
}

/**
 * Run by electron-builder before it signs: takes out Electron's sample application and closes the ways to make the
 * packaged program run other code than its own.
 */
export default async function afterPack(context) {
  rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
  const file = join(context.appOutDir, fusedFile(context));
  if (!existsSync(file) || !readFileSync(file).includes(fuseSentinel)) {
    console.log(`${file} holds no fuses: they are left as they are.`);
    return;
  }
  const fuses = await context.packager.generateFuseConfig({
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: context.electronPlatformName !== 'linux',
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
  await context.packager.addElectronFuses(context, fuses);
}
