import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface TokenState {
  /** Of the administrator; gone with the browser's tab. */
  readonly token: string | undefined;
}

export const useHubToken = create<TokenState>()(
  persist((): TokenState => ({ token: undefined }), {
    name: 'outpost.hub-token',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export function setHubToken(token: string | undefined): void {
  useHubToken.setState({ token });
}
