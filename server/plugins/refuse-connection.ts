import type { Socket } from 'node:net';
import { apiPrefix } from '#shared/contracts/hub.ts';
import { problem } from '#shared/kernel/errors.ts';
import { headersFor } from './headers.ts';
import { problemBody } from './problems.ts';

export interface RefusalParts {
  /** That a request may take to arrive. */
  readonly seconds: number;
  readonly isSecure: boolean;
}

/** What never becomes a request: too slow, or no HTTP. */
export function refuseConnection(error: Error, socket: Socket, { seconds, isSecure }: RefusalParts): void {
  if (!socket.writable || socket.destroyed) return;
  const isSlow = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const found = isSlow
    ? problem('OUT-SYN-043', { seconds })
    : problem('OUT-SYN-028', { fault: 'it is not HTTP' });
  const body = JSON.stringify(problemBody(found));
  const headers = {
    ...headersFor(`${apiPrefix}/`, { isSecure }),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = isSlow ? '408 Request Timeout' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}
