export const appScheme = 'outpost';
export const appHost = 'app';
export const appOrigin = `${appScheme}://${appHost}`;

/** Whether an address belongs to the application itself. `URL.origin` cannot tell: it is `null` for schemes like ours. */
export function isAppUrl(address: string): boolean {
  const url = parseAddress(address);
  if (url === undefined) return false;
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === `${appScheme}:` && url.host === appHost && isPlain;
}

export function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
