import type { HubInfo, HubStatus } from '#renderer/data/data.ts';

const none = { count: 0, bytes: 0 };

/** A hub that this device is in step with, and whatever the test says otherwise. `lastContact`: null for never. */
export function hubStatus(
  more: Partial<HubStatus> = {},
  hub: Partial<HubInfo> = {},
  lastContact: number | null = Date.UTC(2026, 10, 22, 11, 55),
): HubStatus {
  return {
    hub: {
      id: 'hub00000001',
      name: 'Brigade hub',
      address: 'https://hub.example:4790',
      workspace: { id: 'w1', name: '51st Signal Battalion', marking: 'UNCLASSIFIED' },
      fingerprint: 'K7Q2-9FMX-4D3A-8HJP',
      profile: 'lan',
      enrolledAt: Date.UTC(2026, 10, 1),
      ...hub,
    },
    phase: 'idle',
    isLive: false,
    waiting: { entries: 0, bytes: 0 },
    lacking: 0,
    files: { toSend: none, toFetch: none, held: none },
    ...(lastContact === null ? {} : { lastContact }),
    ...more,
  };
}
