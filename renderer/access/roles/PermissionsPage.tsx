import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { Permissions } from './Permissions.tsx';

/** The matrix of permissions as it goes on paper. */
export function PermissionsPage() {
  const data = useData();
  return (
    <PrintFrame
      title="Permissions"
      name="Permissions"
      subtitle="What each role may do"
      asOf={data.now()}
      landscape
      isWide
      isReady
    >
      <Permissions />
    </PrintFrame>
  );
}
