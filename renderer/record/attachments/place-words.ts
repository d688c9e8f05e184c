import type { AttachmentPlace } from '#renderer/data/data.ts';

export interface PlaceWords {
  readonly text: string;
  /** What a person can ask for. */
  readonly offer?: 'Fetch' | 'Send now';
}

/** Where the content of a file is, as people say it. */
export function placeWords(place: AttachmentPlace | undefined, size: number, hasHub: boolean): PlaceWords {
  if (!place) return { text: '' };
  if (place.here === 'whole') {
    if (!hasHub) return { text: 'On this device' };
    if (place.isAtHub) return { text: 'Here and at the hub' };
    return place.isWanted ? { text: 'Being sent' } : { text: 'Not yet at the hub', offer: 'Send now' };
  }
  const share = size > 0 ? Math.floor((place.received / size) * 100) : 0;
  const here = place.here === 'partial' && share > 0 ? `${share} % here` : 'Not here yet';
  if (place.isWanted) return { text: share > 0 ? `Being fetched, ${share} % here` : 'Being fetched' };
  return hasHub ? { text: here, offer: 'Fetch' } : { text: here };
}
