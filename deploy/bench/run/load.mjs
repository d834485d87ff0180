// Load from wrk, and what it took.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { bench, work } from './settings.mjs';

const run = promisify(execFile);
const MEMORY_EVERY = 1000;
const SETTLE = 2000;

/** Requests of `target` over `connections` for `seconds`; see load/post.lua for what counts as failed. */
export async function load(target, connections, seconds) {
  const body = join(work, 'request.json');
  writeFileSync(body, JSON.stringify(target.request));
  const options = [
    '--threads', '1', '--connections', String(connections), '--duration', `${Math.ceil(seconds)}s`, '--timeout', '60s',
    '--script', join(bench, 'load/post.lua'), target.url,
  ];
  const env = { ...process.env, BENCH_BODY: body, BENCH_LENGTH: String(target.length), BENCH_TOKEN: target.token ?? '' };
  const { stdout } = await run('wrk', options, { env });
  const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1]);
  return {
    requests: result.requests,
    perSecond: result.requests / (result.micros / 1e6),
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
    failed: result.wrong + result.broken,
  };
}

/**
 * The same with the CPU time per request of the gateway and its subgraphs, and the most memory of the gateway. `meters`
 * are further CPU times, in seconds so far, by the name that their milliseconds per request get.
 */
export async function measuredLoad({ child, memo, meters = () => ({}) }, target, connections, seconds) {
  await sleep(SETTLE); // What the load before left unanswered is not for this one to pay.
  const read = () => ({ cpuMillis: child.cpuSeconds(), subgraphCpuMillis: memo.cpuSeconds(), ...meters() });
  let memory = child.memory();
  const sampling = setInterval(() => (memory = Math.max(memory, child.memory())), MEMORY_EVERY);
  const before = read();
  try {
    const result = await load(target, connections, seconds);
    const perRequest = Object.entries(read()).map(([name, cpu]) => [name, ((cpu - before[name]) * 1000) / result.requests]);
    return { ...result, memory, ...Object.fromEntries(perRequest) };
  } finally {
    clearInterval(sampling);
  }
}
