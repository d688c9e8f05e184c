import { canonicalJson, canonicalBytes } from '#shared/kernel/canonical.ts';
import { chainEntries, noHead } from '#shared/changelog/chain.ts';
import { extendFold, refOf } from '#shared/changelog/fold.ts';
import { bodyOf } from '#shared/changelog/intention.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { historyOf, incidentAt } from './records.ts';
import { deflateSync } from 'fflate';
import { Packr } from 'msgpackr';
import { deflateRawSync } from 'node:zlib';
const type = catalogue.type('incident')!;
const all: any[] = []; let head = noHead;
for (let i=0;i<4000;i++) { let state: any, lastAct: any; const h = historyOf(incidentAt(i), i+2);
 for (const it of h.intentions) { const body = bodyOf(it, type, state, { number: () => 'INC-AAAA-'+i, version: 0, lastAct });
  const ch = chainEntries('q3J8x0aZk1M', head, [{ stamp: nextStamp(state?.last.stamp, 1e12), actor: 'x', type:'incident', record:h.id, body, key: it.key, origin: it.origin } as any]);
  head = ch.head; const e = ch.entries[0]!; state = extendFold(state,e); if (body.kind==='act') lastAct = refOf(e); all.push(e); } }
const plainText = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
function text(t: string) { return t.length < 64 && plainText.test(t) ? `"${t}"` : JSON.stringify(t); }
function cmp(keys: string[]) { for (let i=1;i<keys.length;i++) { const k = keys[i]!; let j=i; while (j>0 && keys[j-1]! > k) { keys[j]=keys[j-1]!; j--; } keys[j]=k; } }
const sortedKeys = new Map<string, readonly string[]>();
function write2(v: any): string { switch (typeof v) { case 'string': return text(v); case 'number': return `${v}`; case 'boolean': return v?'true':'false'; 
  default: if (v===null) return 'null'; if (Array.isArray(v)) { let s='['; for (let i=0;i<v.length;i++) s += i? ','+write2(v[i]) : write2(v[i]); return s+']'; }
  const keys = Object.keys(v); cmp(keys); let s=''; for (const k of keys) { const m = v[k]; if (m===undefined) continue; s += s===''? `${text(k)}:${write2(m)}` : `,${text(k)}:${write2(m)}`; } return `{${s}}`; } }
function sortDeep(v: any): any { if (typeof v !== 'object' || v===null) return v; if (Array.isArray(v)) return v.map(sortDeep); const keys = Object.keys(v); cmp(keys); const o: any = {}; for (const k of keys) o[k]=sortDeep(v[k]); return o; }
function lap(n: string, f: () => void) { const ts=[]; for(let r=0;r<5;r++){ const t=performance.now(); f(); ts.push(performance.now()-t);} ts.sort((a,b)=>a-b); console.log(n.padEnd(24), (ts[2]!/all.length*1000).toFixed(2),'µs/entry'); }
lap('canonicalJson', () => { for (const e of all) canonicalJson(e); });
lap('canonicalBytes', () => { for (const e of all) canonicalBytes(e); });
lap('insertion sort', () => { for (const e of all) write2(e); });
lap('sortDeep+stringify', () => { for (const e of all) JSON.stringify(sortDeep(e)); });
lap('plain stringify', () => { for (const e of all) JSON.stringify(e); });
const te = new TextEncoder(); const js = all.map(e=>canonicalJson(e));
lap('utf8', () => { for (const j of js) te.encode(j); });
const buf = new Uint8Array(65536*4);
lap('utf8 into', () => { for (const j of js) te.encodeInto(j, buf); });
console.log(all.every(e=>canonicalJson(e)===write2(e)), all.every(e=>canonicalJson(e)===JSON.stringify(sortDeep(e))));
const packr = new Packr({ useRecords: true, moreTypes: false });
const segs: any[] = []; for (let i=0;i<all.length;i+=400) segs.push(all.slice(i,i+400));
const packed = segs.map(s=>new Uint8Array(packr.pack(s)));
lap('pack', () => { for (const s of segs) packr.pack(s); });
for (const level of [1,2,3,6] as const) lap('deflate '+level, () => { for (const p of packed) deflateSync(p,{level}); });
for (const mem of [4,8,12] as const) lap('deflate 1 mem '+mem, () => { for (const p of packed) deflateSync(p,{level:1, mem}); });
lap('native raw 1', () => { for (const p of packed) deflateRawSync(p,{level:1}); });
console.log('packed', packed.reduce((s,p)=>s+p.length,0)/all.length, [1,2,3,6].map(l=>packed.reduce((s,p)=>s+deflateSync(p,{level:l as 1}).length,0)/all.length));
