import type { Socket } from 'node:net';
import { problem } from '#shared/kernel/errors.ts';
import { problemBody } from './problems.ts';

/** What never becomes a request: too slow, or no HTTP. */
export function refuseConnection(error: Error, socket: Socket, seconds: number): void {
  if (!socket.writable || socket.destroyed) return;
  const isSlow = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const found = isSlow
    ? problem('OUT-SYN-043', { seconds })
    : problem('OUT-SYN-028', { fault: 'it is not HTTP' });
  const body = JSON.stringify(problemBody(found));
  socket.end(
    `HTTP/1.1 ${isSlow ? '408 Request Timeout' : '400 Bad Request'}\r\nContent-Type: application/json\r\nConnection: close\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
