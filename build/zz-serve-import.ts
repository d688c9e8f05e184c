import { startStaticServer } from '/work/main/build/lib/static-server.ts';
const s = await startStaticServer('/tmp/work/dist-import', 4911); console.log(s.address);
