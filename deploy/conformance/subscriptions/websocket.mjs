// graphql-ws, the reference client of graphql-transport-ws.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { collect, gateway, importUntil, mentioned, PUBLISHED, QUERY, token } from './stack.mjs';

const url = `${gateway.replace(/^http/, 'ws')}/graphql`;

function client(options = {}) {
  return createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { Authorization: `Bearer ${token}` },
    ...options,
  });
}

async function one(from, request) {
  for await (const answer of from.iterate(request)) return answer;
}

async function events(request, field) {
  const from = client();
  const { received, problems, stop } = collect(from, request);
  await importUntil(received, 2);
  stop();
  await from.dispose();
  assert.deepEqual(problems, []);
  for (const event of received) {
    assert.equal(event.errors, undefined, JSON.stringify(event.errors));
    assert.ok(event.data[field]);
  }
  return received;
}

function closing(options, messages) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options.protocol ?? 'graphql-transport-ws', { headers: options.headers ?? {} });
    socket.on('open', () => messages.forEach((message) => socket.send(message)));
    socket.on('close', (code) => resolve(code));
    socket.on('error', (problem) => (options.protocol ? resolve('refused') : reject(problem)));
    setTimeout(() => reject(new Error('was not closed')), 20_000).unref();
  });
}

const INIT = JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } });
const SUBSCRIBE = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: PUBLISHED } });

export const websocket = [
  ['graphql-ws: a query', async () => {
    const from = client();
    assert.ok((await one(from, { query: QUERY })).data.articles);
    await from.dispose();
  }],
  ['graphql-ws: a query that is not valid is an error', async () => {
    const from = client();
    await assert.rejects(one(from, { query: '{ nothing }' }), (errors) => {
      return errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED';
    });
    await from.dispose();
  }],
  ['graphql-ws: articlePublished with fields of both services', async () => {
    const received = await events({ query: PUBLISHED }, 'articlePublished');
    assert.ok(Array.isArray(received[0].data.articlePublished.mentions));
    assert.equal(received[0].data.articlePublished.outlet.code, 'hespress');
  }],
  ['graphql-ws: entityMentioned with fields of both services', async () => {
    const received = await events(await mentioned(), 'entityMentioned');
    assert.ok(received[0].data.entityMentioned.article.headline);
  }],
  ['graphql-ws: several operations over one socket', async () => {
    let opened = 0;
    const from = client({ lazy: false, on: { opened: () => opened++ } });
    const first = collect(from, { query: PUBLISHED });
    const second = collect(from, { query: PUBLISHED });
    await importUntil(first.received, 1);
    await importUntil(second.received, 1);
    assert.equal(opened, 1);
    await from.dispose();
  }],
  ['graphql-ws: the keep-alive ping is answered', async () => {
    let pongs = 0;
    const from = client({ lazy: false, keepAlive: 200, on: { pong: () => pongs++ } });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.ok(pongs > 1);
    await from.dispose();
  }],
  ['graphql-ws: a token that is none is refused with 4403', async () => {
    const from = client({ connectionParams: { Authorization: 'Bearer nothing' } });
    await assert.rejects(one(from, { query: QUERY }), (event) => event.code === 4403);
  }],
  ['graphql-ws: a token in the header does as well', async () => {
    class WithHeader extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers: { authorization: `Bearer ${token}` } });
      }
    }
    const from = client({ webSocketImpl: WithHeader, connectionParams: undefined });
    assert.ok((await one(from, { query: QUERY })).data.articles);
    await from.dispose();
  }],
  ['close codes: 4400, 4401, 4406, 4408, 4409, 4429', async () => {
    assert.equal(await closing({}, ['nonsense']), 4400);
    assert.equal(await closing({}, [SUBSCRIBE]), 4401);
    assert.ok([4406, 'refused'].includes(await closing({ protocol: 'graphql-ws' }, [])));
    assert.equal(await closing({}, []), 4408);
    assert.equal(await closing({}, [INIT, INIT]), 4429);
    const twice = new Promise((resolve) => {
      const socket = new WebSocket(url, 'graphql-transport-ws');
      socket.on('open', () => socket.send(INIT));
      socket.once('message', () => [SUBSCRIBE, SUBSCRIBE].forEach((message) => socket.send(message)));
      socket.on('close', resolve);
    });
    assert.equal(await twice, 4409);
  }],
];
