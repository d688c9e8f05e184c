import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface HubMetrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly entriesTakenIn: Counter;
  readonly bytesTakenIn: Counter;
  readonly bytesGivenOut: Counter;
  readonly refusedRuns: Counter<'code'>;
  readonly liveStreams: Gauge;
  readonly upstreamExchanges: Counter<'result'>;
  readonly upstreamFiles: Counter<'result'>;
  readonly rulings: Counter<'verdict'>;
}

/** Counted since the process started; the names are listed in docs/server.md. */
export function hubMetrics(): HubMetrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'outpost_hub_request_seconds',
      help: 'Time to answer a request.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
    entriesTakenIn: new Counter({
      name: 'outpost_hub_entries_taken_in_total',
      help: 'Change entries stored.',
      registers,
    }),
    bytesTakenIn: new Counter({
      name: 'outpost_hub_bytes_taken_in_total',
      help: 'Bytes of exchange requests.',
      registers,
    }),
    bytesGivenOut: new Counter({
      name: 'outpost_hub_bytes_given_out_total',
      help: 'Bytes of exchange answers.',
      registers,
    }),
    refusedRuns: new Counter({
      name: 'outpost_hub_refused_runs_total',
      help: 'Runs refused, by problem code.',
      labelNames: ['code'],
      registers,
    }),
    liveStreams: new Gauge({
      name: 'outpost_hub_live_streams',
      help: 'Devices that listen for news.',
      registers,
    }),
    upstreamExchanges: new Counter({
      name: 'outpost_hub_upstream_exchanges_total',
      help: 'Exchanges with hubs above.',
      labelNames: ['result'],
      registers,
    }),
    upstreamFiles: new Counter({
      name: 'outpost_hub_upstream_attachments_total',
      help: 'Attachments exchanged with hubs above.',
      labelNames: ['result'],
      registers,
    }),
    rulings: new Counter({
      name: 'outpost_hub_rulings_total',
      help: 'Entries ruled on: set aside, and taken back.',
      labelNames: ['verdict'],
      registers,
    }),
  };
}
