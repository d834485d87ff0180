// The command line: every hostile request again and again, and what refusing it costs the gateway.
import { loadavg, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startKhabar } from '../run/gateways.mjs';
import { startIssuer } from '../run/issuer.mjs';
import { digits, median, publish, table } from '../run/report.mjs';
import { cores } from '../run/settings.mjs';
import { documents, transport, trivial, values } from './cases.mjs';
import { drip, newClient } from './client.mjs';
import { connectionCases, environment } from './connections.mjs';
import { startSubgraph } from './subgraph.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    requests: { type: 'string', default: '200' },
  },
});

// How often each request is sent; the largest are not sent as often.
const MANY = options.quick ? 30 : Number(options.requests);
const FEW = Math.ceil(MANY / 10);
const PER_CLIENT = 2000;
const UNDER_WAY = 20;
const DRIPPING = 100;

/** Refusals of one kind: how they are answered, and CPU and wall milliseconds of each. */
async function measure(child, count, token, body) {
  const client = newClient();
  const answers = [];
  const before = child.cpuSeconds();
  for (let i = 0; i < count; i++) {
    answers.push(await client.post(body(i), token));
  }
  const cpu = ((child.cpuSeconds() - before) * 1000) / count;
  client.close();
  return { ...summary(answers), cpu, count };
}

function summary(answers) {
  const kinds = [...new Set(answers.map(({ status, code }) => `${status} ${code}`))].sort();
  return { answer: kinds.join(', '), wall: median(answers.map(({ millis }) => millis)) };
}

const isChosen = ({ name }) => name.includes(options.only);

async function run() {
  const { server: issuer, tokenOf } = await startIssuer();
  const subgraph = await startSubgraph();
  const child = startKhabar(`${process.env.JAVA_HOME}/bin/java`, {
    KHABAR_GATEWAY_SUBGRAPHS: `hostile=${subgraph.url}`,
    KHABAR_GATEWAY_POLL_INTERVAL: '1h',
    // A client has little, but each case is another client.
    KHABAR_GATEWAY_QUOTAS_REQUESTS: String(PER_CLIENT),
    KHABAR_GATEWAY_QUOTAS_PERIOD: '10h',
    KHABAR_GATEWAY_QUOTAS_CONCURRENT_PER_CLIENT: String(UNDER_WAY),
    // Whatever else the machine does, it is each bound of its own that refuses here.
    KHABAR_GATEWAY_SHEDDING_MAX_LAG: '0s',
    ...environment,
  });
  try {
    await child.ready(async () => (await newClient().post('{"query":"{ __typename }"}', tokenOf('ready'))).status === 200);
    const results = await rows(child, tokenOf);
    return { results, reached: subgraph.calls() };
  } finally {
    await child.stop();
    subgraph.close();
    issuer.close();
  }
}

async function rows(child, tokenOf) {
  const cases = [...trivial, ...documents, ...values, ...transport].filter(isChosen);
  const results = [];
  for (const round of ['warm-up', 'measured']) {
    results.length = 0;
    for (const [index, one] of cases.entries()) {
      const count = one.few ? FEW : MANY;
      // What was sent in the warm-up would be known: an operation that is refused for its cost is prepared only once.
      const body = (i) => one.body(round === 'warm-up' ? i : i + MANY);
      results.push(await row(one.name, () => measure(child, count, tokenFor(one, `${round} ${index}`, tokenOf), body)));
    }
  }
  const others = [
    ['a client with no requests left in its quota', () => tooOften(child, tokenOf('too often'))],
    [`a client with ${UNDER_WAY} requests under way`, () => tooMany(child, tokenOf('too many'))],
    ['a body that comes a byte each 100 ms, for good', () => slowly(child, tokenOf)],
    ...connectionCases(child, tokenOf),
  ];
  for (const [name, body] of others.filter(([name]) => isChosen({ name }))) {
    results.push(await row(name, body));
  }
  return results;
}

async function row(name, measured) {
  const result = { name, ...(await measured()) };
  console.error(JSON.stringify(result));
  return result;
}

function tokenFor({ token }, subject, tokenOf) {
  if (token === undefined) {
    return tokenOf(subject);
  }
  return token === 'forged' ? forged(tokenOf(subject)) : token;
}

// Another subject under a signature that was made for this one.
function forged(token) {
  const [head, claims, signature] = token.split('.');
  const other = { ...JSON.parse(Buffer.from(claims, 'base64url')), sub: 'somebody else' };
  return [head, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
}

async function tooOften(child, token) {
  const body = () => '{"query":"{ __typename }"}';
  await measure(child, PER_CLIENT, token, body);
  return measure(child, MANY, token, body);
}

async function tooMany(child, token) {
  const held = Array.from({ length: UNDER_WAY }, () => drip(token, 60_000));
  try {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return await measure(child, MANY, token, () => '{"query":"{ __typename }"}');
  } finally {
    held.forEach((one) => one.close());
  }
}

async function slowly(child, tokenOf) {
  const before = child.cpuSeconds();
  const dripping = Array.from({ length: DRIPPING }, (_, index) => drip(tokenOf(`slow ${index}`), 100));
  const answers = await Promise.all(dripping.map(({ ended }) => ended));
  const cpu = ((child.cpuSeconds() - before) * 1000) / DRIPPING;
  return { ...summary(answers), cpu, count: DRIPPING };
}

const { results, reached } = await run();
const heading = `${new Date().toISOString().slice(0, 10)}, ${cores} cores (${cpus()[0].model.trim()}) for gateway and client together, `
  + `load average ${loadavg()[0].toFixed(1)} at the end, Node ${process.version}. `
  + `\`${['deploy/bench/bounds/run', ...process.argv.slice(2)].join(' ')}\`; a case is sent as often as its last column says, one request after the other, after as many `
  + `to warm up. Requests that reached the subgraph: ${reached}.${options.quick ? ' **Quick run: not to be quoted.**' : ''}`;
const lines = results.map(({ name, answer, wall, cpu, count }) => [name, answer, digits(wall), digits(cpu), String(count)]);
publish('bounds', table(['Request', 'Answer', 'ms', 'CPU ms', 'requests'], lines), options, results, heading);
process.exit(0);
