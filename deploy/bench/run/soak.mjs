// Benchmark 6: a long steady load, and whether the gateway's memory stays where it is.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { post } from './check.mjs';
import { collections, gcLogging } from './gc-log.mjs';
import { url } from './gateways.mjs';
import { digits, median, publish, table } from './report.mjs';
import { bench, work } from './settings.mjs';
import { openStage, targetOf, withGateway } from './stage.mjs';
import { timeline } from './timeline.mjs';
import { deepQuery, shop } from '../subgraphs/shop/shop.mjs';

export const defaults = { minutes: 30, seconds: 60, warmUp: 120, connections: [64], collectEvery: 60 };
export const quick = { minutes: 1.5, seconds: 8, warmUp: 10, connections: [64], collectEvery: 10 };

const LOAD = 0.8;
const EVERY = 10;
const KILO = 1024;
const execute = promisify(execFile);

export async function run(options) {
  const stage = await openStage({ ...options, graph: shop, only: ['khabar'] });
  const gcLog = join(work, 'soak.gc.log');
  writeFileSync(gcLog, '');
  try {
    const [gateway] = stage.gateways;
    await withGateway(stage, { ...gateway, start: (supergraph) => gateway.start(supergraph, [gcLogging(gcLog)]) }, async (child) => {
      const soak = await soaked(stage, gateway, child, options);
      const result = { ...soak, collections: collections(gcLog) };
      draw(result, options);
      publish('soak', textOf(result, options), options, result);
    });
  } finally {
    await stage.close();
  }
}

async function soaked(stage, gateway, child, options) {
  const mix = await mixOf(stage, gateway);
  const plan = { url, token: gateway.token, mix, connections: Math.max(...options.connections), every: EVERY };
  const warm = await drive({ ...plan, seconds: options.warmUp, firstNumber: 0 });
  const limit = await drive({ ...plan, seconds: options.seconds, firstNumber: warm.nextNumber });
  const rate = LOAD * limit.perSecond;
  console.error(`The limit is ${digits(limit.perSecond)} requests/s; ${options.minutes} minutes at ${digits(rate)} follow`);
  const plansBefore = (await planCache(gateway)).made;
  const started = Date.now();
  const samples = [];
  const collecting = setInterval(() => collect(child.process.pid), options.collectEvery * 1000);
  const end = await drive({ ...plan, rate, seconds: options.minutes * 60, firstNumber: limit.nextNumber }, async (interval) => {
    const plans = await planCache(gateway).catch(() => ({ plansKept: Number.NaN }));
    samples.push({ ...interval, ...sampleOf(child.process.pid), ...plans });
    console.error(JSON.stringify(samples.at(-1)));
  }).finally(() => clearInterval(collecting));
  const plans = (await planCache(gateway)).made - plansBefore;
  return { plans, started, ended: Date.now(), limit: limit.perSecond, calibrationFailed: warm.failed + limit.failed, rate, samples, end };
}

// What is in use after a full collection is in use indeed; the serial collector makes one only when the heap is full.
const collect = (pid) => execute(join(process.env.JAVA_HOME, 'bin/jcmd'), [String(pid), 'GC.run'])
  .catch((error) => console.error(`no collection: ${error.message}`));

/** Runs the load and hands on what it says of each interval; answers with what it says at the end. */
function drive(plan, onInterval = () => {}) {
  const file = join(work, 'soak.plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const driver = spawn(process.execPath, [join(bench, 'load/steady.mjs'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => driver.kill());
  return new Promise((resolve, reject) => {
    let end;
    createInterface(driver.stdout).on('line', (line) => {
      const said = JSON.parse(line);
      if (said.end) {
        end = said;
      } else {
        onInterval(said);
      }
    });
    driver.on('close', (code) => (end ? resolve(end) : reject(new Error(`the load ended with code ${code}`))));
  });
}

// Shares of a hundred requests. The right answer is checked here, its status and length by the load.
async function mixOf(stage, gateway) {
  const small = { query: '{ topProducts { upc name price } }' };
  const persisted = { query: 'query Kept { me { id name reviews { id body product { upc name inStock } } } }' };
  const hash = createHash('sha256').update(persisted.query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  await post(url, { ...persisted, extensions }, gateway.token);
  return [
    { share: 50, ...(await right('deep', stage, gateway, deepQuery)) },
    { share: 25, ...(await right('small', stage, gateway, small)) },
    { share: 10, ...(await right('persisted', stage, gateway, persisted)), body: JSON.stringify({ extensions }) },
    { share: 10, ...(await fresh(gateway)) },
    { share: 4, ...(await refused('unknown field', gateway, { query: '{ topProducts { upc nothing } }' })) },
    { share: 1, ...(await refused('no GraphQL', gateway, { query: '{ topProducts {' })) },
  ];
}

async function right(name, stage, gateway, request) {
  const { length } = await targetOf(stage, gateway, request);
  return { name, body: JSON.stringify(request), status: 200, length };
}

/** A document that is never asked again: NUMBER is another number each time, so it is parsed and planned anew. */
async function fresh(gateway) {
  const body = JSON.stringify({ query: 'query N_NUMBER { a_NUMBER: topProducts { upc b_NUMBER: name reviews { id c_NUMBER: body } } }' });
  const answer = await ask(gateway, body.replaceAll('NUMBER', 'x'.repeat(9)));
  if (answer.status !== 200 || answer.body.includes('"errors"')) {
    throw new Error(`a new operation is answered wrongly: ${answer.body}`);
  }
  return { name: 'never seen before', body, status: 200, length: answer.length };
}

async function refused(name, gateway, request) {
  const body = JSON.stringify(request);
  const answer = await ask(gateway, body);
  if (!answer.body.includes('"errors"')) {
    throw new Error(`${name} is not refused: ${answer.body}`);
  }
  return { name, body, status: answer.status, length: answer.length };
}

async function ask(gateway, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${gateway.token}` };
  const response = await fetch(url, { method: 'POST', headers, body });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, length: bytes.length, body: bytes.toString('utf8') };
}

function sampleOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    rssMb: Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) / KILO,
    threads: Number(/^Threads:\s+(\d+)/m.exec(status)[1]),
    files: readdirSync(`/proc/${pid}/fd`).length,
  };
}

/** Plans in the cache, and all that were made so far. */
async function planCache(gateway) {
  const response = await fetch(new URL('/q/metrics', url), { headers: { Authorization: `Bearer ${gateway.token}` } });
  const metrics = await response.text();
  const value = (name) => Number(new RegExp(`^khabar_gateway_plan_cache_${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
  return { plansKept: value('size'), made: value('lookups_total\\{[^}]*result="miss"[^}]*\\}') };
}

const minutesSince = (started) => ({ time, usedMb }) => ({ x: (time - started) / 60_000, y: usedMb });
const isDuring = ({ started, ended }) => ({ time }) => time >= started && time <= ended;

function draw(result, options) {
  const folder = options.write ? join(bench, 'charts') : join(work, 'charts');
  mkdirSync(folder, { recursive: true });
  const during = result.collections.filter(isDuring(result));
  const at = minutesSince(result.started);
  const full = during.filter((one) => one.full);
  writeFileSync(join(folder, 'soak.svg'), timeline({ title: 'Heap in use after collections', unit: 'MB' }, [
    { title: 'after full collections', points: full.map(at) },
    { title: 'after young collections (with garbage that has grown old)', points: during.filter((one) => !one.full).map(at), dots: true },
  ]));
}

function textOf(result, options) {
  const { samples, end, limit, rate, started, ended } = result;
  const thirds = [0, 1, 2].map((third) => {
    const from = started + ((ended - started) * third) / 3;
    const within = ({ time }) => time >= from && time <= from + (ended - started) / 3;
    return { samples: samples.filter(within), full: result.collections.filter((one) => one.full && within(one)) };
  });
  const head = ['', 'heap after full collections MB', 'its slope MB/hour', 'resident MB', 'threads', 'open files', 'plans kept',
    'requests/s', 'p50 ms', 'p99 ms', 'worst p99 ms', 'failed'];
  const rows = ['first', 'second', 'last'].map((name, index) => [`${name} third`, ...rowOf(thirds[index])]);
  const reasons = Object.entries(end.reasons).map(([reason, count]) => `${count} × ${reason}`).join(', ');
  const pauses = result.collections.filter(isDuring(result)).map(({ pauseMs }) => pauseMs);
  return `${options.minutes} minutes at ${digits(rate)} requests/s, ${LOAD * 100}% of the ${digits(limit)} that were the limit `
    + `before. ${end.failed} of ${end.requests} requests failed${reasons && ` (${reasons})`}; ${result.calibrationFailed} before. `
    + `${result.plans} operations were planned anew. Over all p50 ${digits(end.p50)} ms, p99 ${digits(end.p99)} ms. ${pauses.length} collections, the longest took `
    + `${digits(Math.max(...pauses))} ms.\n\n![Heap in use after collections](charts/soak.svg)\n\n${table(head, rows)}`;
}

const rowOf = ({ samples, full }) => [
  digits(median(full.map(({ usedMb }) => usedMb))),
  signed(slope(full.map(({ time, usedMb }) => [time / 3_600_000, usedMb]))),
  ...['rssMb', 'threads', 'files', 'plansKept'].map((key) => digits(Math.max(...samples.map((sample) => sample[key])))),
  ...['perSecond', 'p50', 'p99'].map((key) => digits(median(samples.map((sample) => sample[key])))),
  digits(Math.max(...samples.map(({ p99 }) => p99))),
  String(samples.reduce((sum, { failed }) => sum + failed, 0)),
];

const signed = (value) => (Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}` : '–');

/** Of the straight line with the least squares through the points. */
function slope(points) {
  const mean = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of) => points.reduce((total, point) => total + of(point), 0);
  return sum(([a, b]) => (a - x) * (b - y)) / sum(([a]) => (a - x) ** 2);
}
