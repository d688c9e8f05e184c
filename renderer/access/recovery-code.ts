import { create } from 'zustand';

/** A recovery code that was just made and has not been written down yet. In memory only. */
export const useRecoveryCode = create<{ readonly code: string | undefined }>()(() => ({ code: undefined }));

export function showRecoveryCode(code: string | undefined): void {
  useRecoveryCode.setState({ code });
}
