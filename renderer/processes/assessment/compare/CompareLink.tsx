import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { assessmentPaths } from '../places.ts';

/** From the list of assessments to their comparison. */
export function CompareLink() {
  return <LinkButton href={assessmentPaths.compare()}>Compare</LinkButton>;
}
