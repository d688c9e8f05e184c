import { problem, type Problem } from '#shared/kernel/errors.ts';
import type { AsideRow } from '../database.ts';
import type { AsideInfo } from './protocol.ts';

/** What was kept aside, as people read it. */
export function asideInfo({ key, reason, bytes, at = 0, problem: found }: AsideRow): AsideInfo {
  const [replica = '', seq = ''] = key.split(':');
  return {
    key,
    replica,
    from: Number(seq),
    bytes: bytes.length,
    at,
    reason: found ?? reasonOf(reason, replica, seq),
  };
}

function reasonOf(reason: AsideRow['reason'], replica: string, seq: string): Problem {
  return reason === 'fork'
    ? problem('OUT-SYN-009', { replica, seq })
    : problem('OUT-STO-014', { entries: `Entries of replica ${replica} from ${seq} on` });
}
