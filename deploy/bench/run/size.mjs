// Benchmark 4: how a request's cost grows with the size of the answer, the length of a list, the number of subgraphs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './chart.mjs';
import { load, measuredLoad } from './load.mjs';
import { digits, medianOf, publish, sumOf, table } from './report.mjs';
import { bench, work } from './settings.mjs';
import { openStage, targetOf, turn, withGateway } from './stage.mjs';
import { list, listQuery } from '../subgraphs/list/list.mjs';

export const defaults = { rounds: 3, seconds: 6, warmUp: 4, connections: [1] };
export const quick = { rounds: 1, seconds: 1, warmUp: 1, connections: [1] };

const FEWEST = 5;
const KILO = 1000;
const bytesOf = (total) => Math.floor(total / 10) - 40;

const sweeps = [
  {
    id: 'answer-size',
    title: 'Time by size of the answer (10 items, two subgraphs)',
    unit: 'bytes',
    points: [1, 10, 100, 1000, 10_000].map((kilo) => ({
      x: kilo * KILO, label: kilo < 1000 ? `${kilo} KB` : `${kilo / 1000} MB`, shape: { count: 10, bytes: bytesOf(kilo * KILO), subgraphs: 2 },
    })),
  },
  {
    id: 'list-length',
    title: 'Time by length of the list (each item from two subgraphs)',
    unit: 'items',
    points: [10, 100, 1000, 10_000].map((count) => ({ x: count, label: String(count), shape: { count, bytes: 20, subgraphs: 2 } })),
  },
  {
    id: 'subgraphs',
    title: 'Time by number of subgraphs (100 items, a field from each)',
    unit: 'subgraphs',
    points: [2, 5, 10, 20].map((subgraphs) => ({ x: subgraphs, label: String(subgraphs), shape: { count: 100, bytes: 20, subgraphs } })),
  },
];

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
  const sections = sweeps.map((sweep) => section(sweep, stage.gateways, results, options));
  publish('size', sections.join('\n\n'), options, results);
}

const measure = (stage, gateway, options) => withGateway(stage, gateway, async (child) => {
  // The first point must not pay for a cold start.
  await load(await targetOf(stage, gateway, listQuery({ count: 100, bytes: 20, subgraphs: 5 })), 50, options.warmUp * 5);
  const results = [];
  for (const sweep of sweeps) {
    for (const point of sweep.points) {
      const target = await targetOf(stage, gateway, listQuery(point.shape));
      await load(target, 1, options.warmUp);
      const result = await longEnough((seconds) => measuredLoad({ child, memo: stage.memo }, target, 1, seconds), options.seconds);
      results.push({ gateway: gateway.id, sweep: sweep.id, x: point.x, ...result });
      console.error(JSON.stringify(results.at(-1)));
    }
  }
  return results;
});

// The largest answers take a slow gateway longer than the time there is.
async function longEnough(measure, seconds) {
  const result = await measure(seconds);
  return result.requests >= FEWEST ? result : measure(seconds * 5);
}

function section(sweep, gateways, results, options) {
  const at = (gateway, point) => results.filter((one) => one.gateway === gateway.id && one.sweep === sweep.id && one.x === point.x);
  const rows = gateways.map((gateway) => [
    gateway.title,
    ...sweep.points.map((point) => `${digits(medianOf(at(gateway, point), 'p50'))} (${digits(medianOf(at(gateway, point), 'cpuMillis'))})`),
    String(sumOf(results.filter((one) => one.gateway === gateway.id && one.sweep === sweep.id), 'failed')),
  ]);
  const lines = gateways.map((gateway) => ({
    title: gateway.title,
    points: sweep.points
      .map((point) => ({ x: point.x, y: medianOf(at(gateway, point), 'p50') }))
      .filter(({ y }) => y > 0),
  }));
  draw(sweep, lines, options);
  return `${sweep.title}; p50 at one connection in ms, CPU ms in brackets:\n\n`
    + `![${sweep.title}](charts/${sweep.id}.svg)\n\n`
    + table(['Gateway', ...sweep.points.map(({ label }) => label), 'failed'], rows);
}

function draw(sweep, lines, options) {
  const folder = options.write ? join(bench, 'charts') : join(work, 'charts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${sweep.id}.svg`), chart(sweep, lines));
}
