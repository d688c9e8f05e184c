// The published types widen Node's Buffer for the whole project, so what the bench calls is declared here.
declare module 'pouchdb-browser' {
  interface Identified {
    readonly _id: string;
  }

  class PouchDB<Content extends object> {
    constructor(name: string, options?: { readonly auto_compaction?: boolean });
    info(): Promise<{ readonly doc_count: number }>;
    bulkDocs(documents: readonly (Content & Identified)[]): Promise<unknown>;
    get(id: string): Promise<Content & Identified & { readonly _rev: string }>;
    put(document: Content & Identified & { readonly _rev?: string }): Promise<unknown>;
    readonly replicate: {
      to(remote: string, options: { readonly batch_size: number }): Promise<unknown>;
    };
    close(): Promise<void>;
  }
  export { PouchDB as default };
}
