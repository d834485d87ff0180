// Benchmark 2: what a gateway adds to a query that one subgraph answers alone.
import { subgraphUrl } from './memo.mjs';
import { load, measuredLoad } from './load.mjs';
import { digits, medianOf, publish, sumOf, table } from './report.mjs';
import { openStage, targetAt, targetOf, turn, withGateway } from './stage.mjs';
import { list, listQuery } from '../subgraphs/list/list.mjs';

export const defaults = { rounds: 3, seconds: 15, warmUp: 30, connections: [1, 50] };
export const quick = { rounds: 1, seconds: 3, warmUp: 5, connections: [1, 50] };

// Ten items of about 100 bytes.
const request = listQuery({ count: 10, bytes: 77, subgraphs: 1 });

export async function run(options) {
  const stage = await openStage({ ...options, graph: list });
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
  publish('added-latency', tables(stage.gateways, results, options), options, results);
}

// The subgraph is called directly beside each gateway, so both see the same machine.
const measure = (stage, gateway, options) => withGateway(stage, gateway, async (child) => {
  const through = await targetOf(stage, gateway, request);
  const direct = await targetAt(stage, subgraphUrl(list, list.subgraphs[0]), request);
  await load(direct, 50, options.warmUp / 3);
  await load(through, 50, options.warmUp);
  const results = [];
  for (const connections of options.connections) {
    const without = await load(direct, connections, options.seconds);
    const result = await measuredLoad({ child, memo: stage.memo }, through, connections, options.seconds);
    results.push({
      gateway: gateway.id,
      connections,
      ...result,
      directP50: without.p50,
      directP99: without.p99,
      addedP50: result.p50 - without.p50,
      addedP99: result.p99 - without.p99,
    });
    console.error(JSON.stringify(results.at(-1)));
  }
  return results;
});

const tables = (gateways, results, options) => options.connections
  .map((connections) => {
    const rows = gateways.map((gateway) => row(gateway, results.filter((one) => one.connections === connections && one.gateway === gateway.id)));
    const head = ['Gateway', 'added p50 ms', 'added p99 ms', 'p50 ms', 'p99 ms', 'direct p50 ms', 'direct p99 ms', 'requests/s',
      'CPU ms/request', 'failed'];
    return `${connections === 1 ? '1 connection' : `${connections} connections`}:\n\n${table(head, rows)}`;
  })
  .join('\n\n');

const row = (gateway, results) => [
  gateway.title,
  ...['addedP50', 'addedP99', 'p50', 'p99', 'directP50', 'directP99', 'perSecond', 'cpuMillis']
    .map((key) => digits(medianOf(results, key))),
  `${sumOf(results, 'failed')} of ${sumOf(results, 'requests')}`,
];
