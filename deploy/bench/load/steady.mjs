// Load at a steady rate, in a process of its own: node steady.mjs PLAN.json. Prints a line of JSON each interval and one
// at the end.
//
// Requests are due at even times, whatever became of those before. A request's time runs from when it was due, so waiting
// for a free connection counts, and a gateway that stops for a while is charged for all that came meanwhile (no
// "coordinated omission"). Without a rate, every connection asks again as soon as it is answered: that finds the limit.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: plan.connections, scheduling: 'fifo' });
const TIMEOUT = 60_000;
const TICK = 1;

let interval;
const total = { requests: 0, failed: 0, times: new Map(), reasons: {} };
const begin = (at) => (interval = { at, requests: 0, failed: 0, times: new Map() });

// Times in steps of 2 percent, so that a long run stays small.
const STEP = Math.log(1.02);
const bucketOf = (millis) => Math.round(Math.log(Math.max(millis, 0.01)) / STEP);
const note = (times, millis) => times.set(bucketOf(millis), (times.get(bucketOf(millis)) ?? 0) + 1);

function percentile(times, percent) {
  const sorted = [...times].sort(([a], [b]) => a - b);
  let left = (sorted.reduce((sum, [, count]) => sum + count, 0) * percent) / 100;
  const [bucket] = sorted.find(([, count]) => (left -= count) <= 0) ?? [Number.NaN];
  return Math.exp(bucket * STEP);
}

/** One after the other in the proportions of their shares. */
function* mixed(kinds) {
  const credit = kinds.map(() => 0);
  const all = kinds.reduce((sum, { share }) => sum + share, 0);
  for (;;) {
    kinds.forEach(({ share }, index) => (credit[index] += share / all));
    const chosen = credit.indexOf(Math.max(...credit));
    credit[chosen] -= 1;
    yield kinds[chosen];
  }
}

// A document that was never seen before has a number of its own in it, always as long.
let seen = plan.firstNumber;
const bodyOf = (kind) => (kind.body.includes('NUMBER') ? kind.body.replaceAll('NUMBER', String(seen++).padStart(9, '0')) : kind.body);

function send(kind, due) {
  return new Promise((resolve) => {
    const body = Buffer.from(bodyOf(kind));
    const ended = (reason) => {
      const millis = performance.now() - due;
      for (const sums of [interval, total]) {
        sums.requests++;
        sums.failed += reason ? 1 : 0;
        note(sums.times, millis);
      }
      if (reason) {
        total.reasons[`${kind.name}: ${reason}`] = (total.reasons[`${kind.name}: ${reason}`] ?? 0) + 1;
      }
      resolve();
    };
    const asked = request(plan.url, { method: 'POST', agent, timeout: TIMEOUT, headers: headers(body) }, (answer) => {
      let length = 0;
      answer.on('data', (chunk) => (length += chunk.length));
      answer.on('end', () => ended(reasonOf(kind, answer.statusCode, length)));
      answer.on('error', (error) => ended(error.code ?? error.message));
    });
    asked.on('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', (error) => ended(error.code ?? error.message));
    asked.end(body);
  });
}

const headers = (body) => ({
  'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${plan.token}`, 'Content-Length': body.length,
});

function reasonOf(kind, status, length) {
  if (status !== kind.status) {
    return `status ${status}`;
  }
  return length === kind.length ? null : `${length} bytes instead of ${kind.length}`;
}

const line = (sums, seconds) => ({
  perSecond: sums.requests / seconds, requests: sums.requests, failed: sums.failed,
  p50: percentile(sums.times, 50), p99: percentile(sums.times, 99),
});

const kinds = mixed(plan.mix);
const started = performance.now();
const ends = started + plan.seconds * 1000;
begin(started);
const reporting = setInterval(() => {
  const done = interval;
  begin(performance.now());
  console.log(JSON.stringify({ time: Date.now(), ...line(done, (interval.at - done.at) / 1000) }));
}, plan.every * 1000);

async function steadily() {
  const under = new Set();
  const gap = 1000 / plan.rate;
  let due = started;
  while (due < ends) {
    for (const now = performance.now(); due <= now && due < ends; due += gap) {
      const one = send(kinds.next().value, due).then(() => under.delete(one));
      under.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK));
  }
  await Promise.all(under);
}

async function asFastAsAnswersCome() {
  const connection = async () => {
    while (performance.now() < ends) {
      await send(kinds.next().value, performance.now());
    }
  };
  await Promise.all(Array.from({ length: plan.connections }, connection));
}

await (plan.rate ? steadily() : asFastAsAnswersCome());
clearInterval(reporting);
agent.destroy();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ end: true, ...line(total, seconds), reasons: total.reasons, nextNumber: seen }));
