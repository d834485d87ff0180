// Cases that are whole connections rather than one request after the other.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { url } from '../run/gateways.mjs';
import { median } from '../run/report.mjs';
import { newClient } from './client.mjs';
import { LARGE } from './subgraph.mjs';
import { begun, openSocket, ping, text, unread } from './sockets.mjs';

const SOCKETS = 50;
const UNREAD = 2;
const PIPELINED = 2000;
const AT_ONCE = 16;
const JSON_TYPE = 'application/graphql-response+json';
const large = JSON.stringify({ query: '{ large }' });
const INIT = '{"type":"connection_init"}';

/** What the connections below are bounded by. */
export const environment = {
  KHABAR_GATEWAY_LIVE_UNREAD_TIMEOUT: '3s',
  KHABAR_GATEWAY_HTTP_WRITE_TIMEOUT: '3s',
  KHABAR_GATEWAY_HTTP_MIN_READING_RATE: '100000000',
  KHABAR_GATEWAY_MEMORY_BUDGET: '200000000',
};

const kinds = (all) => [...new Set(all)].sort().join(', ');

async function timed(child, count, action) {
  const before = child.cpuSeconds();
  const result = await action();
  return { ...result, cpu: ((child.cpuSeconds() - before) * 1000) / count, count };
}

async function sockets(child, token, say) {
  return timed(child, SOCKETS, async () => {
    const ended = [];
    for (let i = 0; i < SOCKETS; i++) {
      const socket = openSocket(token(i));
      await socket.ready;
      await say(socket);
      ended.push(await socket.closed);
      socket.close();
    }
    return { answer: kinds(ended.map(({ code }) => `closed with ${code}`)), wall: median(ended.map(({ millis }) => millis)) };
  });
}

/** Sends until the socket is closed; a tick now and then lets the close frame in. */
async function floodWith(socket, message) {
  let isOver = false;
  socket.closed.then(() => (isOver = true));
  const many = Buffer.concat(Array.from({ length: 100 }, () => message));
  while (!isOver) {
    socket.send(many);
    await sleep(1);
  }
}

/** Bytes that the gateway holds for requests. */
async function heldBytes(token) {
  const answer = await fetch(new URL('/q/metrics', url), { headers: { Authorization: `Bearer ${token}` } });
  return Number(/^khabar_gateway_memory_in_use_bytes (\S+)/m.exec(await answer.text())[1]);
}

async function until(holds, seconds = 60) {
  const limit = performance.now() + seconds * 1000;
  while (performance.now() < limit) {
    if (await holds()) {
      return;
    }
    await sleep(100);
  }
  throw new Error('The gateway holds on to what nobody reads');
}

/** Answers that nobody reads: how long the gateway holds them, and whether the clients had them in the end. */
async function notRead(child, token, ask) {
  return timed(child, UNREAD, async () => {
    const asked = Array.from({ length: UNREAD }, ask);
    await until(async () => (await heldBytes(token)) > 0);
    const began = performance.now();
    await until(async () => (await heldBytes(token)) === 0);
    const wall = performance.now() - began;
    const rest = await Promise.all(asked.map((one) => one.rest()));
    return { answer: kinds(rest.map((bytes) => (bytes < LARGE ? 'broken off' : 'sent'))), wall };
  });
}

async function pipelined(child, token) {
  const body = JSON.stringify({ query: `{ ${Array.from({ length: 40 }, (_, i) => `a${i}${'x'.repeat(900)}: __typename`).join(' ')} }` });
  return timed(child, 1, async () => {
    const began = performance.now();
    const rest = await (async () => {
      const asked = unread(token, body, JSON_TYPE, PIPELINED);
      await sleep(5000);
      return asked.rest();
    })();
    const answers = Math.floor(rest / (40 * 910));
    return { answer: `some ${answers} of ${PIPELINED} answers made, broken off`, wall: performance.now() - began };
  });
}

/** One client asks for as much as it may at once, and another for one answer, again and again. */
async function twoClients(child, token, other, ofTheOther) {
  return timed(child, ofTheOther ? 1 : AT_ONCE, async () => {
    const clients = Array.from({ length: AT_ONCE }, newClient);
    const flood = Promise.all(clients.map((client) => client.post(large, token)));
    const second = newClient();
    const answer = await second.post(large, other);
    const answers = await flood;
    [...clients, second].forEach((client) => client.close());
    const told = ofTheOther ? [answer] : answers;
    return { answer: kinds(told.map(({ status, code }) => `${status} ${code}`)), wall: median(told.map(({ millis }) => millis)) };
  });
}

/** Each is [name, how it is measured]. */
export const connectionCases = (child, tokenOf) => [
  ['WebSocket: a first message that says it has 900,000 bytes',
    () => sockets(child, (i) => tokenOf(`init ${i}`), (socket) => socket.send(begun(900_000)))],
  ['WebSocket: a message that says it has 10 MB',
    () => sockets(child, (i) => tokenOf(`big ${i}`), (socket) => socket.send(Buffer.concat([text(INIT), begun(10_000_000)])))],
  ['WebSocket: pings, on and on',
    () => sockets(child, (i) => tokenOf(`pings ${i}`), async (socket) => {
      socket.send(text(INIT));
      await floodWith(socket, text('{"type":"ping"}'));
    })],
  ['WebSocket: control frames, on and on',
    () => sockets(child, (i) => tokenOf(`control ${i}`), async (socket) => {
      socket.send(text(INIT));
      await floodWith(socket, ping());
    })],
  ['2,000 pipelined requests whose answers of 37 KB are not read', () => pipelined(child, tokenOf('pipelining'))],
  ['answers of 8 MB that are not read', () => notRead(child, tokenOf('deaf'), () => unread(tokenOf('deaf'), large, JSON_TYPE))],
  ['the same as server-sent events',
    () => notRead(child, tokenOf('deaf to events'), () => unread(tokenOf('deaf to events'), large, 'text/event-stream'))],
  [`${AT_ONCE} answers of 8 MB for one client at once`, () => twoClients(child, tokenOf('greedy'), tokenOf('modest'), false)],
  ['one for another client meanwhile', () => twoClients(child, tokenOf('greedy again'), tokenOf('modest again'), true)],
];
