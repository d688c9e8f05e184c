import { checkLayers, layerRules } from './lib/layers.ts';
import { projectRoot } from './lib/paths.ts';

const { modules, violations } = await checkLayers(projectRoot);
for (const { rule, from, to } of violations) {
  const comment = layerRules.find(({ name }) => name === rule)?.comment ?? '';
  console.error(`${from} imports ${to}\n  ${rule}: ${comment}`);
}
console.log(`${modules} files looked at, ${violations.length} forbidden imports.`);
process.exitCode = violations.length === 0 ? 0 : 1;
