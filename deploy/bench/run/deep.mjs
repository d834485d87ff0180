// Benchmark 1: the deep federated query.
import { setTimeout } from 'node:timers/promises';
import { post } from './check.mjs';
import { subgraphCalls } from './memo.mjs';
import { load, measuredLoad } from './load.mjs';
import { digits, medianOf, publish, sumOf, table } from './report.mjs';
import { openStage, targetOf, turn, withGateway } from './stage.mjs';
import { deepQuery, shop } from '../subgraphs/shop/shop.mjs';

export const defaults = { rounds: 3, seconds: 30, warmUp: 40, connections: [50, 500] };
export const quick = { rounds: 1, seconds: 8, warmUp: 8, connections: [50] };

const COUNTED = 20;
const LEFT_OVER = 5000;

export async function run(options) {
  const stage = await openStage({ ...options, graph: shop });
  const results = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      for (const gateway of turn(stage.gateways, round)) {
        results.push(...(await measure(stage, gateway, options)));
      }
    }
  } finally {
    await stage.close();
  }
  publish('deep', tables(stage.gateways, results, options), options, results);
}

const measure = (stage, gateway, options) => withGateway(stage, gateway, async (child) => {
  const target = await targetOf(stage, gateway, deepQuery);
  await load(target, 50, options.warmUp);
  const calls = await callsPerRequest(target);
  const results = [];
  for (const connections of options.connections) {
    const result = await measuredLoad({ child, memo: stage.memo }, target, connections, options.seconds);
    results.push({ gateway: gateway.id, connections, ...result, calls });
    console.error(JSON.stringify(results.at(-1)));
  }
  return results;
});

// Counted over requests at the same time, where sharing them would show, and awaited to the last.
async function callsPerRequest({ url, request, token }) {
  await setTimeout(LEFT_OVER);
  const before = await subgraphCalls();
  await Promise.all(Array.from({ length: COUNTED }, () => post(url, request, token)));
  return ((await subgraphCalls()) - before) / COUNTED;
}

const tables = (gateways, results, options) => options.connections
  .map((connections) => `${connections} connections:\n\n${tableAt(gateways, results.filter((one) => one.connections === connections))}`)
  .join('\n\n');

function tableAt(gateways, results) {
  const of = (gateway) => results.filter((one) => one.gateway === gateway.id);
  const ours = medianOf(of(gateways[0]), 'perSecond');
  const head = ['Gateway', 'requests/s', `${gateways[0].title} is`, 'p50 ms', 'p99 ms', 'failed', 'subgraph calls',
    'memory MB', 'CPU ms/request', 'subgraphs’ CPU ms'];
  return table(head, gateways.map((gateway) => row(gateway, of(gateway), ours)));
}

const row = (gateway, results, ours) => [
  gateway.title,
  digits(medianOf(results, 'perSecond')),
  `${digits(ours / medianOf(results, 'perSecond'))} ×`,
  digits(medianOf(results, 'p50')),
  digits(medianOf(results, 'p99')),
  `${sumOf(results, 'failed')} of ${sumOf(results, 'requests')}`,
  medianOf(results, 'calls').toFixed(1),
  digits(Math.max(...results.map(({ memory }) => memory))),
  digits(medianOf(results, 'cpuMillis')),
  digits(medianOf(results, 'subgraphCpuMillis')),
];
