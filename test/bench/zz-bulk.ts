import { catalogue } from '#shared/processes/catalogue.ts';
import { chainEntries, noHead } from '#shared/changelog/chain.ts';
import { canExtend, extendFold, refOf } from '#shared/changelog/fold.ts';
import { bodyOf } from '#shared/changelog/intention.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { encodeEntries } from '#shared/changelog/codec.ts';
import { canonicalBytes, hashBytes } from '#shared/kernel/canonical.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { ConfigCache } from '#renderer/data/config-cache.ts';
import { searchedTexts } from '#renderer/data/index/texts.ts';
import { TextIndex } from '#renderer/data/index/text/text-index.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { historyOf, incidentAt } from './records.ts';
import v8 from 'node:v8';
const N = Number(process.argv[2] ?? 20000);
const hs = Array.from({length:N},(_,i)=>historyOf(incidentAt(i), i+2));
const type = catalogue.type('incident')!;
function lap(name: string, f: () => unknown) { const t=performance.now(); f(); const d = performance.now()-t; console.log(name.padEnd(20), d.toFixed(0),'ms', (d/N*1000).toFixed(1),'µs/record'); }
for (let r=0;r<2;r++) {
  let head = noHead; const all: any[] = []; const states: any[]=[]; const segs: any[]=[];
  const drafts: any[] = [];
  lap('bodies+fold+chain', () => { let no=0;
    for (const h of hs) { let state: any, lastAct: any;
      for (const it of h.intentions) {
        const body = bodyOf(it, type, state, { number: () => 'INC-AAAA-'+String(++no).padStart(5,'0'), version: 0, lastAct });
        const ch = chainEntries('q3J8x0aZk1M', head, [{ stamp: nextStamp(state?.last.stamp, 1e12), actor: 'x', type:'incident', record:h.id, body, key: it.key, origin: it.origin } as any]);
        head = ch.head; const e = ch.entries[0]!; if (state && !canExtend(state,e)) throw 1; state = extendFold(state,e); if (body.kind==='act') lastAct = refOf(e); all.push(e);
      } states.push(state); } });
  lap('  canonical', () => { for (const e of all) canonicalBytes(e); });
  const bytes = all.map(e=>canonicalBytes(e));
  lap('  hash', () => { for (const e of bytes) hashBytes(e); });
  lap('  fold only', () => { let s: any; let id=''; for (const e of all) { if (e.record!==id) { s=undefined; id=e.record; } s = extendFold(s,e); } });
  lap('encode', () => { for (let i=0;i<all.length;i+=400) segs.push(encodeEntries(all.slice(i,i+400))); });
  lap('clone records', () => { for (const s of states) v8.serialize(s); });
  console.log('entries', all.length, 'avg canon bytes', bytes.reduce((s,b)=>s+b.length,0)/all.length, 'avg state', states.slice(0,1000).reduce((s,x)=>s+v8.serialize(x).length,0)/1000, 'seg bytes/record', segs.reduce((s,b)=>s+b.length,0)/N);
  const cfg = new ConfigCache(catalogue);
  const seeds = catalogue.processes.flatMap((p)=>p.seed);
  cfg.take(seeds.map((s,i)=>{ const t=catalogue.type(s.type)!; let st: any; const id=seedId(s.type,s.key); const mk=(body:any,c:number)=>{ st=extendFold(st,{replica:'q3J8x0aZk1M',seq:i*10+c+1,prev:'',stamp:{wall:0,counter:c+1},actor:'x',type:s.type,record:id,body} as any); };
    mk({kind:'create',number:'X',version:0,fields:seedFields(s,t,seeds)},0); (s.acts??[]).forEach((a,j)=>{ const tr=t.lifecycle.transitions.find(x=>x.action===a.action)!; mk({kind:'act',action:a.action,to:tr.to,base:st.acts.at(-1)?.ref??st.create.ref,fields:{}},j+1); }); return st; }));
  const views: any[] = [];
  lap('project', () => { for (const s of states) views.push(projectRecord(s, shapeOf(type))); });
  lap('columnValues', () => { for (const v of views) columnValues(type, v, cfg.current); });
  lap('texts', () => { for (const v of views) searchedTexts(type, v); });
  const tx = new TextIndex();
  lap('text add', () => { views.forEach((v,i)=>tx.add(i, searchedTexts(type, v))); });
}
