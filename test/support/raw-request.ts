import { request, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawWish {
  readonly method?: string;
  /** Any, `Host` and `Origin` among them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request whose path and headers go out exactly as they stand here, as no browser and no `fetch` would send them. Any certificate is good. */
export function requestRaw(address: string, path: string, wish: RawWish = {}): Promise<RawAnswer> {
  const { hostname, port, host, protocol } = new URL(address);
  const ask = protocol === 'https:' ? secureRequest : request;
  const { method = 'GET', headers = {}, body } = wish;
  return new Promise((resolve, reject) => {
    const to = { hostname, port, path, method, headers: { host, ...headers }, rejectUnauthorized: false };
    const sent = ask(to, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
