import { e2eReport } from './lib/counts.ts';
import { ensureBuild } from './lib/ensure-build.ts';
import { runE2e } from './lib/e2e.ts';

await ensureBuild();
const { code } = await runE2e(process.argv.slice(2));
console.log(`The report is in ${e2eReport}.`);
process.exitCode = code;
