import type { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';

/**
 * Follows the connections of a server. Node's own `closeIdleConnections` leaves those open on which nothing was asked yet,
 * which browsers open ahead of need.
 * @returns what closes every connection on which no request runs.
 */
export function followConnections(server: Server): () => void {
  const running = new Map<Socket, number>();
  // Under TLS a request names the secured socket, not the one below it.
  const connected = server instanceof SecureServer ? 'secureConnection' : 'connection';
  server.on(connected, (socket: Socket) => {
    running.set(socket, 0);
    socket.on('close', () => running.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    response.on('close', () => {
      const count = running.get(socket);
      if (count !== undefined) running.set(socket, count - 1);
    });
  });
  return () => {
    for (const [socket, count] of running) {
      if (count === 0) socket.destroy();
    }
  };
}
