import { parseArgs } from 'node:util';
import { rendererFolder } from './lib/paths.ts';
import { startStaticServer } from './lib/static-server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4780' } } });
const server = await startStaticServer(rendererFolder, Number(values.port));
console.log(`Outpost is served at ${server.address}`);
