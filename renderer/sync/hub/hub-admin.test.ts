import { afterEach, describe, expect, test, vi } from 'vitest';
import { readHubProblem } from './ask-hub.ts';
import { HubAdmin } from './hub-admin.ts';
import { currentSession } from './hub-session.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(body: unknown, status = 200) {
  const asked = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() => {
    const answer = new Response(status === 204 ? null : JSON.stringify(body), { status });
    Object.defineProperty(answer, 'url', { value: 'https://hub.example/api/v1/x' });
    return Promise.resolve(answer);
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

describe('asking the hub as its administrator', () => {
  test('SYN-702 sends the proof of its session, no token, and names the workspace', async () => {
    const asked = answering([]);
    await new HubAdmin({ proof: 'abc' }).codes('w 1');
    const [path, init] = asked.mock.calls[0]!;
    expect(path).toBe('/api/v1/admin/codes?workspace=w+1');
    expect(new Headers(init.headers).get('outpost-admin-proof')).toBe('abc');
    expect([new Headers(init.headers).has('authorization'), init.credentials]).toEqual([
      false,
      'same-origin',
    ]);
    expect(new Headers(init.headers).has('outpost-by-self')).toBe(false);
    await new HubAdmin({ proof: 'abc', isBySelf: true }).codes('w 1');
    expect(new Headers(asked.mock.calls[1]?.[1].headers).has('outpost-by-self')).toBe(true);
  });

  test('nobody signed in is no fault; a hub that is away is one', async () => {
    answering({ code: 'OUT-SYN-063', message: 'Over.' }, 401);
    expect(await currentSession()).toBeUndefined();
    answering({ code: 'OUT-SYN-031', message: 'Fault.' }, 500);
    await expect(currentSession()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-031' } });
  });

  test('a bundle comes as the bytes of an archive, and a file of one goes as it is', async () => {
    const asked = answering({ any: 1 });
    const choice = { workspace: 'w1', receiver: 'q3J8x0aZk1M', partBytes: 16_000_000, largestFile: 0 };
    const bytes = await new HubAdmin({ proof: 't' }).bundle({ ...choice, since: 5 });
    expect(new TextDecoder().decode(bytes)).toBe('{"any":1}');
    expect(asked.mock.calls[0]?.[0]).toBe(
      '/api/v1/admin/bundles?workspace=w1&receiver=q3J8x0aZk1M&partBytes=16000000&largestFile=0&since=5',
    );
    const opened = { sender: 'Laptop', part: 1, isLast: true, digest: 'ab', entries: 3, refused: [] };
    const taking = answering({ ...opened, workspace: { id: 'w1', name: 'Unit' } });
    expect(await new HubAdmin({ proof: 't' }).openBundle(Uint8Array.of(1, 2))).toMatchObject(opened);
    const [path, init] = taking.mock.calls[0]!;
    expect([path, init.body]).toEqual(['/api/v1/admin/bundles/parts', Uint8Array.of(1, 2)]);
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/octet-stream');
  });

  test('revoking names workspace and device and takes an empty answer', async () => {
    const asked = answering(undefined, 204);
    await new HubAdmin({ proof: 't' }).revoke('w1', 'q3J8x0aZk1M');
    expect(asked.mock.calls[0]?.[0]).toBe('/api/v1/admin/replicas/w1/q3J8x0aZk1M/revoke');
    expect(asked.mock.calls[0]?.[1].method).toBe('POST');
  });

  test('a refusal is thrown with the hub’s code and words', async () => {
    answering({ code: 'OUT-SYN-029', message: 'No token.', next: 'Make one.' }, 401);
    await expect(new HubAdmin({ proof: 't' }).workspaces()).rejects.toMatchObject({
      problem: { code: 'OUT-SYN-029', message: 'No token.', next: 'Make one.' },
    });
  });

  test('an answer of another shape is not believed', async () => {
    answering([{ id: 1 }]);
    await expect(new HubAdmin({ proof: 't' }).workspaces()).rejects.toMatchObject({
      problem: { code: 'OUT-SYN-030' },
    });
  });

  test('a hub that cannot be reached is said to be so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(new HubAdmin({ proof: 't' }).storage()).rejects.toMatchObject({
      problem: { code: 'OUT-SYN-032' },
    });
  });

  test.each(['', '<html>', '{"code":"NOT-OURS","message":"x"}'])('%o is no answer of a hub', (text) => {
    expect(readHubProblem(text, '/x').code).toBe('OUT-SYN-030');
  });
});
