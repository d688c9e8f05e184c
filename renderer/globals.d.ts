/** Filled in by the build (vite.config.ts). */
declare const __BUILD__: { readonly version: string };
