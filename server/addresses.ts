import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { HubConfig } from './config.ts';

const everywhere = ['0.0.0.0', '::'];

/** Addresses of a server that listens, the one for this machine first: `https://10.1.2.3:4790`. */
export function addressesOf(server: Server, { host, tls }: Pick<HubConfig, 'host' | 'tls'>): string[] {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const named = (name: string) =>
    `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
  if (!everywhere.includes(host)) return [named(host)];
  const outside = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  return ['127.0.0.1', ...outside.map(({ address }) => address)].map(named);
}
