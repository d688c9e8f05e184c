import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './create-bridge.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';

contextBridge.exposeInMainWorld('outpost', createBridge(ipcRenderer) satisfies OutpostBridge);
