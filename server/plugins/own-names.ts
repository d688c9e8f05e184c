import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { HubConfig } from '../config.ts';

type Named = Pick<HubConfig, 'host' | 'names' | 'tls'>;

/**
 * Answers only where it is asked by a name of its own: a name that belongs to somebody else and was led to this address would let pages of theirs
 * ask here as if they came from here. Numbers are nobody's, so they are always good. Answers OUT-SYN-060.
 */
export function requireOwnName(app: FastifyInstance, config: Named): void {
  const names = ownNames(config);
  app.addHook('onRequest', (request, _reply, done) => {
    const name = nameIn(request.host);
    const isOwn = isIP(name) !== 0 || names.some((own) => isCovered(name, own));
    done(isOwn ? undefined : new ProblemError(problem('OUT-SYN-060', { name: name || '(none)' })));
  });
}

/** Of this machine, of the settings, and of the certificate. */
function ownNames({ host, names, tls }: Named): readonly string[] {
  const machine = hostname().toLowerCase();
  const certified = tls ? namesOf(new X509Certificate(readFileSync(tls.certificate))) : [];
  return ['localhost', machine, `${machine}.local`, host.toLowerCase(), ...names, ...certified];
}

function namesOf({ subjectAltName = '' }: X509Certificate): readonly string[] {
  return subjectAltName
    .split(', ')
    .filter((name) => name.startsWith('DNS:'))
    .map((name) => name.slice('DNS:'.length).toLowerCase());
}

/** `*.unit.example` stands for one word in front, as in certificates. */
function isCovered(name: string, own: string): boolean {
  return own.startsWith('*.') ? name.slice(name.indexOf('.')) === own.slice(1) : name === own;
}

/** `[fe80::1]:4790` → `fe80::1`, `Hub.example.:80` → `hub.example`; '' where it is none. */
function nameIn(host: string | undefined): string {
  const [, bracketed, plain = ''] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host ?? '') ?? [];
  return (bracketed ?? plain).toLowerCase().replace(/\.$/, '');
}
