import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { HubLimits } from '../config.ts';

/** Requests from one address; bodies and times are limited by the server's own options. */
export async function limitRate(app: FastifyInstance, limits: HubLimits): Promise<void> {
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
  });
}
