import { adminHeaders, adminSessionSchema, type AdminSessionInfo } from '#shared/contracts/hub-admin.ts';
import { apiPrefix, hubPaths, hubProblemSchema } from '#shared/contracts/hub.ts';
import { requestRaw, type RawAnswer, type RawWish } from './raw-request.ts';

/** The hub's page in a browser: it keeps the cookie, says where it is from, and sends the proof with what changes something. */
export class AdminBrowser {
  readonly address: string;
  cookie = '';
  /** As the hub sent it, with all that it says of the cookie. */
  setCookie = '';
  proof = '';

  constructor(address: string) {
    this.address = address;
  }

  async signIn(token: string): Promise<RawAnswer> {
    const body = JSON.stringify({ token });
    const answer = await this.ask(hubPaths.adminSession, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.status === 200) this.#keep(answer);
    return answer;
  }

  /** @param path below the prefix of the interface. */
  ask(path: string, wish: RawWish = {}): Promise<RawAnswer> {
    return requestRaw(this.address, `${apiPrefix}${path}`, {
      ...wish,
      headers: {
        origin: this.address,
        'sec-fetch-site': 'same-origin',
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(this.proof === '' ? {} : { [adminHeaders.proof]: this.proof }),
        ...wish.headers,
      },
    });
  }

  async statusOf(path: string, wish: RawWish = {}): Promise<number> {
    return (await this.ask(path, wish)).status;
  }

  #keep({ headers, text }: RawAnswer): void {
    const session: AdminSessionInfo = adminSessionSchema.parse(JSON.parse(text));
    this.proof = session.proof;
    this.setCookie = headers['set-cookie']?.[0] ?? '';
    this.cookie = this.setCookie.split(';')[0] ?? '';
  }
}

export function codeIn({ text }: RawAnswer): string {
  return hubProblemSchema.parse(JSON.parse(text)).code;
}
