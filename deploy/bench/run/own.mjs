// Benchmark 5: Khabar's own schema, the real services and a full archive behind each gateway.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { fill } from '../own/archive.mjs';
import { countedUrl, startCounter } from '../own/counter.mjs';
import { expectedNewest, newest } from '../own/newest.mjs';
import { issuer, services, startStack } from '../own/stack.mjs';
import { checkedLength, post } from './check.mjs';
import { machineCpuSeconds } from './child.mjs';
import { gateways, url } from './gateways.mjs';
import { load, measuredLoad } from './load.mjs';
import { digits, medianOf, publish, sumOf, table } from './report.mjs';
import { cores, work } from './settings.mjs';
import { turn, withGateway } from './stage.mjs';

export const defaults = { rounds: 3, seconds: 20, warmUp: 30, connections: [1, 50], articles: 100_000 };
export const quick = { rounds: 1, seconds: 4, warmUp: 4, connections: [1, 50], articles: 2000 };

const COUNTED = 20;
const WARM_SERVICES = 3;

export async function run(options) {
  const stack = await startStack();
  try {
    const stored = await fill(stack, options.articles);
    const stage = await openStage(stack, options);
    const calls = await countCalls(stage);
    await warmServices(stage, options);
    const results = [];
    for (let round = 0; round < options.rounds; round++) {
      for (const gateway of turn(stage.gateways, round)) {
        results.push(...(await measure(stage, gateway, options)));
      }
    }
    publish('own', text({ stage, stored, calls, results, options }), options, results);
  } finally {
    await stack.close();
  }
}

async function openStage(stack, { java, only }) {
  const token = await stack.token('reader');
  const sdls = Object.fromEntries(await Promise.all(Object.keys(services).map(async (name) => [name, await sdlOf(name, token)])));
  return {
    stack,
    supergraph: { file: compose('own', sdls, (name) => `${services[name]}/graphql`) },
    counted: { file: compose('own-counted', sdls, countedUrl) },
    expected: await expectedNewest(token),
    gateways: gateways({
      java,
      only,
      forward: true,
      environment: { QUARKUS_OIDC_AUTH_SERVER_URL: issuer, QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL: issuer },
    }),
  };
}

async function sdlOf(name, token) {
  const answer = await post(`${services[name]}/graphql`, { query: '{ _service { sdl } }' }, token);
  return JSON.parse(answer.toString('utf8')).data._service.sdl;
}

function compose(name, sdls, urlOf) {
  const { errors, supergraphSdl } = composeServices(
    Object.entries(sdls).map(([service, sdl]) => ({ name: service, url: urlOf(service), typeDefs: parse(sdl) })));
  if (errors?.length) {
    throw new Error(`the services do not compose: ${errors.map(String).join('\n')}`);
  }
  const file = join(work, `${name}.supergraph.graphql`);
  writeFileSync(file, supergraphSdl);
  return file;
}

// Tokens are good for five minutes, so each load has a new one.
async function target({ stack, expected }) {
  const token = await stack.token('reader');
  return { url, request: newest, token, length: await checkedLength(url, newest, token, expected) };
}

const ready = async (stage, gateway) => ({ ...gateway, token: await stage.stack.token('reader') });

/** Calls of the services for one operation, counted over requests at the same time, where sharing them would show. */
async function countCalls(stage) {
  const counter = await startCounter();
  const calls = {};
  try {
    for (const gateway of stage.gateways) {
      calls[gateway.id] = await withGateway({ supergraph: stage.counted }, await ready(stage, gateway), async () => {
        const { token } = await target(stage);
        const before = counter.calls();
        await Promise.all(Array.from({ length: COUNTED }, () => checkedLength(url, newest, token, stage.expected)));
        return (counter.calls() - before) / COUNTED;
      });
    }
    return calls;
  } finally {
    counter.close();
  }
}

// The services run on through all rounds; the first gateway must not find them colder than the last.
const warmServices = async (stage, options) => {
  const [gateway] = stage.gateways;
  await withGateway(stage, await ready(stage, gateway), async () =>
    load(await target(stage), Math.max(...options.connections), WARM_SERVICES * options.warmUp));
};

const measure = async (stage, gateway, options) => withGateway(stage, await ready(stage, gateway), async (child) => {
  await load(await target(stage), Math.max(...options.connections), options.warmUp);
  const results = [];
  for (const connections of options.connections) {
    const result = await measuredLoad(metersOf(stage, child), await target(stage), connections, options.seconds);
    results.push({ gateway: gateway.id, connections, ...result });
    console.error(JSON.stringify(results.at(-1)));
  }
  return results;
});

const metersOf = ({ stack }, child) => ({
  child,
  memo: { cpuSeconds: () => Object.values(stack.cpuSeconds()).reduce((sum, one) => sum + one) },
  meters: () => ({ ...stack.cpuSeconds(), machine: machineCpuSeconds() }),
});

function text({ stage, stored, calls, results, options }) {
  const mentions = stage.expected.data.articles.nodes.reduce((sum, article) => sum + article.mentions.length, 0);
  const bytes = JSON.stringify(stage.expected).length;
  const head = `${stored} articles stored; an answer of ${digits(bytes / 1000)} thousand characters with ${mentions} mentions.`;
  const tables = options.connections.map((connections) => {
    const at = results.filter((one) => one.connections === connections);
    return `${connections === 1 ? '1 connection' : `${connections} connections`}:\n\n${tableOf(stage.gateways, at, calls)}`;
  });
  return [head, ...tables].join('\n\n');
}

function tableOf(gateways, results, calls) {
  const of = (gateway) => results.filter((one) => one.gateway === gateway.id);
  const ours = medianOf(of(gateways[0]), 'perSecond');
  const head = ['Gateway', 'requests/s', `${gateways[0].title} is`, 'p50 ms', 'p99 ms', 'failed', 'subgraph calls', 'memory MB',
    'CPU ms/request', 'article-service’s', 'entity-service’s', 'PostgreSQL’s', 'cores busy'];
  return table(head, gateways.map((gateway) => row(gateway, of(gateway), ours, calls[gateway.id])));
}

const row = (gateway, results, ours, calls) => [
  gateway.title,
  digits(medianOf(results, 'perSecond')),
  `${digits(ours / medianOf(results, 'perSecond'))} ×`,
  digits(medianOf(results, 'p50')),
  digits(medianOf(results, 'p99')),
  `${sumOf(results, 'failed')} of ${sumOf(results, 'requests')}`,
  calls.toFixed(1),
  digits(Math.max(...results.map(({ memory }) => memory))),
  ...['cpuMillis', 'article-service', 'entity-service', 'postgres'].map((key) => digits(medianOf(results, key))),
  `${((medianOf(results, 'machine') * medianOf(results, 'perSecond')) / 1000).toFixed(1)} of ${cores}`,
];
