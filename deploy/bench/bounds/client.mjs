// Sends one request after the other on a connection that is kept, and says how each was answered.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { url } from '../run/gateways.mjs';

const { hostname, port, pathname } = new URL(url);

export const headersOf = (token) => ({
  'Content-Type': 'application/json',
  Accept: 'application/graphql-response+json',
  ...(token ? { Authorization: `Bearer ${token}` } : {}),
});

/** A client with one connection, unless the gateway closes it. */
export function newClient() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return { post: (body, token) => post(agent, Buffer.from(body), token), close: () => agent.destroy() };
}

// A refusal may come before the body is sent to its end; what then breaks is the sending alone.
function post(agent, body, token) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = request({ agent, hostname, port, path: pathname, method: 'POST', headers: { ...headersOf(token), 'Content-Length': body.length } });
    outgoing.on('error', (error) => answered || reject(error));
    outgoing.on('response', (response) => {
      answered = true;
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({
        status: response.statusCode,
        millis: performance.now() - began,
        code: codeOf(Buffer.concat(chunks).toString('utf8')),
      }));
    });
    outgoing.end(body);
  });
}

function codeOf(text) {
  try {
    const { errors } = JSON.parse(text);
    return errors ? errors[0].extensions.code : '–';
  } catch {
    return 'no GraphQL answer';
  }
}

/** A request whose body comes a byte at a time, for good; says when and how the gateway ended that. */
export function drip(token, everyMillis) {
  const began = performance.now();
  const socket = connect(Number(port), hostname);
  const head = Object.entries({ Host: hostname, ...headersOf(token), 'Content-Length': 100_000 })
    .map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`POST ${pathname} HTTP/1.1\r\n${head}\r\n{`);
  const sending = setInterval(() => socket.write(' '), everyMillis);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.on('error', () => {});
  const ended = new Promise((resolve) => socket.on('close', () => {
    clearInterval(sending);
    resolve({
      status: Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]),
      millis: performance.now() - began,
      code: codeOf(answer.slice(answer.indexOf('\r\n\r\n') + 4)),
    });
  }));
  return { ended, close: () => socket.destroy() };
}
