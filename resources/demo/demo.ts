import type { Actor } from '#shared/definition/permission.ts';
import { writeArticles } from './articles.ts';
import { writeAssessments } from './assessments.ts';
import { writeYearly } from './assessments-yearly.ts';
import { writeConformance } from './conformance.ts';
import { writeIncidents } from './incidents.ts';
import { actor, writePeople } from './people.ts';
import { writeRequests } from './requests.ts';
import { writeRoles } from './roles.ts';
import { day, hour, Script, type DemoCommand } from './script.ts';
import { writeItems, writeServices } from './services.ts';
import { writeStories } from './stories.ts';

export type { DemoCommand } from './script.ts';

const dailyIncidents = 102;
const dailyRequests = 37;

/** When the demo's history begins, epoch ms: what every unit starts with must be made at or before it. */
export function demoStart(now: number): number {
  return now - 33 * day;
}

/** Who a visitor of the demo unit is at first: the lead of the service desk. */
export const demoVisitor: Actor = actor('okafor');

/**
 * A month in a made-up deployed signal company, as commands in the order of their times, none later than `now` (epoch ms).
 * It stands on the records every unit starts with. The same `now` gives the same commands.
 */
export function buildDemo(now: number): readonly DemoCommand[] {
  const script = new Script(now);
  const start = demoStart(now);
  writePeople(script, start);
  writeServices(script, start + hour);
  writeRoles(script, start + hour);
  writeItems(script, start + 2 * hour);
  writeArticles(script, start + 3 * hour);
  writeIncidents(script, dailyIncidents);
  writeRequests(script, dailyRequests);
  writeStories(script);
  writeYearly(script, start + day);
  writeAssessments(script, start + 2 * day);
  writeConformance(script, start + 3 * day);
  return script.commands();
}
