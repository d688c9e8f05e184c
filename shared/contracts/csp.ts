/**
 * The content security policy of the application's pages, in Electron and in the browser alike.
 * Styles may stand inline because Emotion writes style elements at run time; nothing else may.
 */
const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'none'"],
} as const;

type Directives = Readonly<Record<string, readonly string[]>>;

function policyOf(all: Directives): string {
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Value of the `Content-Security-Policy` header. */
export const contentSecurityPolicy = policyOf(directives);

/** A worker has the policy of its own script: the one that exchanges may ask hubs, at whatever address; pages may not. */
const exchangePolicy = policyOf({ ...directives, 'connect-src': ["'self'", 'https:', 'http:'] });
const exchangeScript = /^\/assets\/sync\.worker-[\w-]+\.js$/;

/** The one that turns passphrases into keys runs WebAssembly; pages may not. */
const passphrasePolicy = policyOf({ ...directives, 'script-src': ["'self'", "'wasm-unsafe-eval'"] });
const passphraseScript = /^\/assets\/passphrase\.worker-[\w-]+\.js$/;

/** Headers that go out with every page and file of the application, whichever shell serves it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
};

/** Headers of answers that are no pages and no files of the application: data, and problems in words. */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'; sandbox",
  'Cache-Control': 'no-store',
};

/** The headers of one file. @param path of its address, without query: `/assets/sync.worker-1a2b.js`. */
export function securityHeadersOf(path: string): Readonly<Record<string, string>> {
  if (exchangeScript.test(path)) return withPolicy(exchangePolicy);
  return passphraseScript.test(path) ? withPolicy(passphrasePolicy) : securityHeaders;
}

function withPolicy(policy: string): Readonly<Record<string, string>> {
  return { ...securityHeaders, 'Content-Security-Policy': policy };
}
