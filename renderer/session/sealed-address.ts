import type { HistoryLocation } from '@tanstack/react-router';
import type { Data } from '#renderer/data/data.ts';

const place = 'address';
const mark = '?s=';

/**
 * How the router's addresses stand in the browser: what follows the path is encrypted, because searches, conditions and first
 * values of forms hold what people wrote, and the browser keeps addresses in files of its own. Addresses in the clear, as
 * people type them, are read too.
 */
export function sealedAddresses(local: Pick<Data['local'], 'sealText' | 'openText'>): {
  readonly createHref: (path: string) => string;
  readonly parseLocation: () => HistoryLocation;
} {
  return {
    createHref: (path) => {
      const { pathname, search, hash } = new URL(path, window.location.origin);
      return search === '' ? pathname + hash : `${pathname}${mark}${local.sealText(place, search)}${hash}`;
    },
    parseLocation: () => {
      const { pathname, search: shown, hash } = window.location;
      const search = shown.startsWith(mark) ? (local.openText(place, shown.slice(mark.length)) ?? '') : shown;
      const state = window.history.state as HistoryLocation['state'];
      return { href: `${pathname}${search}${hash}`, pathname, search, hash, state };
    },
  };
}
