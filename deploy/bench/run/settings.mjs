// Where things are and which ports are used.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const bench = path('..');
export const khabar = path('../../../khabar');
export const packagedGateway = process.env.BENCH_GATEWAY ?? path('../../../gateway/target/quarkus-app');
export const work = process.env.BENCH_WORK ?? path('../work');

export const cores = availableParallelism();

export const firstPort = Number(process.env.BENCH_PORT ?? 15000);
export const ports = { memo: firstPort, origin: firstPort + 1, issuer: firstPort + 2, gateway: firstPort + 3 };

mkdirSync(work, { recursive: true });
