// Connections that say or read what they should not: WebSockets whose frames are made here, and requests that are not read.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { url } from '../run/gateways.mjs';
import { headersOf } from './client.mjs';

const { hostname, port, pathname } = new URL(url);
const MASKED = 0x80;

const head = (lines) => Object.entries({ Host: hostname, ...lines }).map(([name, value]) => `${name}: ${value}\r\n`).join('');

/** The head of a frame of so many bytes, with a mask of zeros, which changes nothing. */
function frameHead(opcode, length) {
  const bytes = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  bytes[0] = 0x80 | opcode;
  bytes[1] = MASKED | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (length >= 65_536) {
    bytes.writeBigUInt64BE(BigInt(length), 2);
  } else if (length >= 126) {
    bytes.writeUInt16BE(length, 2);
  }
  return bytes;
}

export const text = (message) => Buffer.concat([frameHead(1, Buffer.byteLength(message)), Buffer.from(message)]);
export const ping = () => frameHead(9, 0);

/** The beginning of a message that says it has so many bytes. */
export const begun = (length) => Buffer.concat([frameHead(1, length), Buffer.from('{"type"')]);

/** A WebSocket. What comes in is looked through for its close frame only, which comes last. */
export function openSocket(token) {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  socket.on('error', () => {});
  let received = Buffer.alloc(0);
  let isOpen = false;
  const closed = new Promise((resolve) => {
    const began = performance.now();
    const over = (code) => resolve({ code, millis: performance.now() - began });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (isOpen) {
        const code = closeCode(received);
        if (code) {
          over(code);
          socket.destroy();
        }
      }
    });
    socket.on('close', () => over('broken off'));
  });
  socket.write(`GET ${pathname} HTTP/1.1\r\n${head({
    Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Protocol': 'graphql-transport-ws', Authorization: `Bearer ${token}`,
  })}\r\n`);
  const ready = new Promise((resolve, reject) => {
    socket.on('close', () => reject(new Error('The socket does not open')));
    const look = () => {
      const end = received.indexOf('\r\n\r\n');
      if (end >= 0) {
        socket.off('data', look);
        received = received.subarray(end + 4);
        isOpen = true;
        resolve();
      }
    };
    socket.on('data', look);
  });
  return { ready, closed, send: (bytes) => socket.write(bytes), close: () => socket.destroy() };
}

function closeCode(frames) {
  for (let at = 0; at + 2 <= frames.length;) {
    const length = frames[at + 1] < 126 ? frames[at + 1] : frames[at + 1] === 126 ? frames.readUInt16BE(at + 2) : 0;
    const start = at + (frames[at + 1] < 126 ? 2 : 4);
    if ((frames[at] & 0x0f) === 8 && start + 2 <= frames.length) {
      return frames.readUInt16BE(start);
    }
    at = start + length;
  }
  return undefined;
}

const request = (token, body, accept) => `POST ${pathname} HTTP/1.1\r\n`
  + `${head({ ...headersOf(token), Accept: accept, 'Content-Length': Buffer.byteLength(body) })}\r\n${body}`;

/** Asks and reads nothing; how much there is to be read once somebody does. */
export function unread(token, body, accept, times = 1) {
  const socket = connect(Number(port), hostname);
  let bytes = 0;
  socket.on('error', () => {});
  socket.pause();
  socket.on('data', (chunk) => (bytes += chunk.length));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write(request(token, body, accept).repeat(times));
  return {
    rest: async () => {
      socket.resume();
      const patience = setTimeout(() => socket.destroy(), 3000);
      await closed;
      clearTimeout(patience);
      return bytes;
    },
  };
}
