import { createHash } from 'node:crypto';
import { hubHeaders, hubPaths } from '#shared/contracts/hub.ts';
import type { Device } from './device.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface PutPart {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly offset?: number;
  /** Of the whole. */
  readonly size?: number;
}

export function putPart(
  device: Device,
  { hash, bytes, offset = 0, size = bytes.length }: PutPart,
): Promise<Response> {
  return device.request(`${hubPaths.blobs}/${hash}`, {
    method: 'PUT',
    body: bytes,
    headers: {
      'content-type': 'application/octet-stream',
      [hubHeaders.offset]: String(offset),
      [hubHeaders.size]: String(size),
    },
  });
}

/** Brings a whole content to the device's hub. @returns its hash. */
export async function putFile(device: Device, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const response = await putPart(device, { hash, bytes });
  if (response.status !== 201) throw new Error(await response.text());
  return hash;
}

/** The content as the device's hub gives it; undefined where it is not whole there. */
export async function getFile(device: Device, hash: string): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (let start = 0; ;) {
    const response = await device.request(`${hubPaths.blobs}/${hash}`, {
      headers: { [hubHeaders.offset]: String(start) },
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(await response.text());
    const part = Buffer.from(await response.arrayBuffer());
    parts.push(part);
    start += part.length;
    if (start >= Number(response.headers.get(hubHeaders.size))) return Buffer.concat(parts);
  }
}
