// Processor time of Apollo's query planner on the workloads that WorkloadFiles wrote: node peer.mjs FOLDER
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';

const folder = process.argv[2];
const WARM_UP_MS = 8000;
const MEASURE_MS = 4000;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.supergraph.graphql'))) {
  const workload = file.split('.')[0];
  const supergraph = Supergraph.build(readFileSync(join(folder, file), 'utf8'));
  const planner = new QueryPlanner(supergraph);
  const document = parse(readFileSync(join(folder, `${workload}.graphql`), 'utf8'));
  const operation = operationFromDocument(supergraph.apiSchema(), document);
  const plan = () => planner.buildQueryPlan(operation);
  try {
    run(plan, WARM_UP_MS);
    const samples = run(plan, MEASURE_MS).sort((a, b) => a - b);
    const at = (share) => samples[Math.min(samples.length - 1, Math.floor(share * samples.length))].toFixed(2);
    console.log(`${workload.padEnd(12)} apollo  cpu p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  ${count(plan().node)} fetches`);
  } catch (e) {
    console.log(`${workload.padEnd(12)} apollo  ${String(e.message).slice(0, 100)}`);
  }
}

function run(plan, millis) {
  const samples = [];
  let spent = 0;
  do {
    const start = process.cpuUsage();
    plan();
    const { user, system } = process.cpuUsage(start);
    samples.push((user + system) / 1000);
    spent += (user + system) / 1000;
  } while (spent < millis);
  return samples;
}

function count(node) {
  if (!node) return 0;
  if (node.kind === 'Fetch') return 1;
  return (node.nodes ?? [node.node]).reduce((sum, child) => sum + count(child), 0);
}
