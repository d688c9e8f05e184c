import { join } from 'node:path';
import { createServer } from 'vite';
import { projectRoot } from './lib/paths.ts';

const server = await createServer({ configFile: join(projectRoot, 'vite.config.ts') });
await server.listen();
server.printUrls();
console.log('The page reloads as you edit. For Electron and the service worker run npm start.');
