/** What a platform may do faster than the project's own libraries. It has to answer the same. */
export interface NativeCryptography {
  /** SHA-256 of a text's UTF-8 bytes, 32 bytes. */
  sha256OfText(text: string): Uint8Array;
  /** 64 bytes. @param secret 32 bytes. */
  signEd25519(message: Uint8Array, secret: Uint8Array): Uint8Array;
  /** May throw on keys and signatures of the wrong form. */
  verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
}

let given: NativeCryptography | undefined;

/** For processes that check very many entries: Node brings both, some twenty times as fast. */
export function setNativeCryptography(native: NativeCryptography | undefined): void {
  given = native;
}

export function nativeCryptography(): NativeCryptography | undefined {
  return given;
}
