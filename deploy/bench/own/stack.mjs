// The real services: the local stack that `./khabar up` starts, in a home of its own, without its gateway.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { treeCpuSeconds } from '../run/child.mjs';
import { firstPort, khabar, work } from '../run/settings.mjs';

const run = promisify(execFile);
const home = join(work, 'own', 'khabar');
const MEGABYTE = 1 << 20;

const PORTS = { gateway: 10, articles: 11, entities: 12, keycloak: 13, postgres: 14 };
const portOf = (part) => firstPort + PORTS[part];
const parts = ['article-service', 'entity-service', 'postgres'];

export const issuer = `http://localhost:${portOf('keycloak')}/realms/khabar`;
export const services = {
  articles: `http://127.0.0.1:${portOf('articles')}`,
  entities: `http://127.0.0.1:${portOf('entities')}`,
};

const environment = {
  ...process.env,
  KHABAR_HOME: home,
  ...Object.fromEntries(Object.keys(PORTS).map((part) => [`KHABAR_PORT_${part.toUpperCase()}`, String(portOf(part))])),
};

const command = async (...words) => (await run(khabar, words, { env: environment, maxBuffer: MEGABYTE })).stdout;

const status = async () => (await command('status', '--json').catch(({ stdout }) => stdout))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

export async function startStack() {
  mkdirSync(home, { recursive: true });
  console.error('Starting PostgreSQL, Keycloak, article-service and entity-service');
  process.once('exit', stopAtOnce);
  await command('up', '--detach');
  try {
    const pids = Object.fromEntries((await status()).map(({ part, pid }) => [part, pid]));
    await stopGateway(pids.gateway);
    return {
      token,
      cpuSeconds: () => Object.fromEntries(parts.map((part) => [part, treeCpuSeconds(pids[part])])),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// When the benchmark is interrupted.
const stopAtOnce = () => spawnSync(khabar, ['down'], { env: environment });

async function close() {
  await command('down');
  process.removeListener('exit', stopAtOnce);
}

// The gateways that are compared take its place, one after the other.
async function stopGateway(pid) {
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(200);
  }
  throw new Error('the gateway of the stack does not stop');
}

/** A new token of a development login, good for five minutes. */
async function token(user) {
  const response = await fetch(`http://127.0.0.1:${portOf('keycloak')}/realms/khabar/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'khabar-cli', username: user, password: user }),
  });
  const answer = await response.json();
  if (!answer.access_token) {
    throw new Error(`Keycloak gives ${user} no token: ${JSON.stringify(answer)}`);
  }
  return answer.access_token;
}
