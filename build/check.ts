import { runChecks } from './lib/check-steps.ts';
import { formatResults } from './lib/run.ts';

const results = await runChecks();
console.log(`\n${formatResults(results)}`);
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
