// The process that every gateway has for its subgraphs; see subgraphs/Memo.java.
import { join } from 'node:path';
import { Child } from './child.mjs';
import { bench, packagedGateway, ports } from './settings.mjs';

const address = `http://127.0.0.1:${ports.memo}`;

export const subgraphUrl = (graph, subgraph) => `${address}/${graph.name}/${subgraph.name}`;

export async function startMemo(java) {
  const libraries = join(packagedGateway, 'lib/main/*');
  const child = new Child('subgraphs', [
    java, '-Xms128m', '-Xmx1g', '-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED', '-cp', libraries,
    join(bench, 'subgraphs/Memo.java'), String(ports.memo), String(ports.origin),
  ]);
  await child.ready(async () => (await fetch(`${address}/counts`)).ok);
  return child;
}

/** Calls of all subgraphs so far. */
export async function subgraphCalls() {
  const counts = await (await fetch(`${address}/counts`)).json();
  return Object.values(counts).reduce((sum, calls) => sum + calls, 0);
}
