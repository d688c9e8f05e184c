import type { VerifyRsa } from '#shared/trust/certificate/signature.ts';

/** The browser's own. */
export const verifyRsa: VerifyRsa = async (info, hash, signature, contents) => {
  const how = { name: 'RSASSA-PKCS1-v1_5', hash };
  const key = await crypto.subtle.importKey('spki', new Uint8Array(info), how, false, ['verify']);
  return crypto.subtle.verify(how, key, new Uint8Array(signature), new Uint8Array(contents));
};
