// The gateways that are compared, each as its makers mean it to run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { issuer } from './issuer.mjs';
import { bench, cores, packagedGateway, ports } from './settings.mjs';

// As deploy's ServicePart starts it.
const JVM = [
  '-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError', '--enable-native-access=ALL-UNNAMED',
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
];

export const url = `http://127.0.0.1:${ports.gateway}/graphql`;

const version = (name) => JSON.parse(readFileSync(join(bench, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Ours, packaged, with an issuer; `env` says whose schema it serves, and what else is to be other than the defaults. */
export const startKhabar = (java, env, options = []) => new Child('khabar',
  [java, ...JVM, ...options, ...(process.env.BENCH_JVM?.split(' ') ?? []), '-jar', join(packagedGateway, 'quarkus-run.jar')],
  {
    env: {
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: String(ports.gateway),
      QUARKUS_OIDC_AUTH_SERVER_URL: issuer,
      QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL: issuer,
      QUARKUS_OIDC_CLIENT_CLIENT_ID: 'khabar-gateway',
      QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET: 'unused',
      ...env,
    },
  });

const khabar = ({ java, token, environment }) => ({
  id: 'khabar',
  title: 'Khabar gateway',
  token,
  start: (supergraph, options) => startKhabar(java, {
    KHABAR_GATEWAY_SUPERGRAPH: supergraph,
    // All load comes from one client.
    KHABAR_GATEWAY_QUOTAS_REQUESTS: '1000000000',
    KHABAR_GATEWAY_QUOTAS_CONCURRENT_PER_CLIENT: '10000',
    KHABAR_GATEWAY_MEMORY_PERCENT_PER_CLIENT: '100',
    // As in the local stack: what they may hold for free leaves less of a heap of 384 MB.
    KHABAR_GATEWAY_LIVE_MAX_CONNECTIONS: '1000',
    KHABAR_GATEWAY_LIVE_MAX_SUBSCRIPTIONS: '1000',
    ...environment,
  }, options),
});

// Subgraphs that verify tokens need the caller's.
const production = ({ forward }) => ({ NODE_ENV: 'production', ...(forward ? { BENCH_FORWARD: 'true' } : {}) });

const hive = (surroundings, id, title, options) => ({
  id,
  title,
  start: (supergraph) => new Child(id, [
    process.execPath, join(bench, 'node_modules/@graphql-hive/gateway/dist/bin.js'), 'supergraph', supergraph,
    '--host', '127.0.0.1', '--port', String(ports.gateway), '--fork', String(cores),
    '--config-path', join(bench, 'peers/hive.config.mjs'), ...options,
  ], { env: production(surroundings), cwd: bench }),
});

const apollo = (surroundings) => ({
  id: 'apollo',
  title: `Apollo Gateway ${version('@apollo/gateway')}`,
  start: (supergraph) => new Child('apollo',
    [process.execPath, join(bench, 'peers/apollo.mjs'), supergraph, String(ports.gateway), String(cores)],
    { env: production(surroundings), cwd: bench }),
});

/**
 * All of them, or those that `only` names.
 *
 * @param surroundings `java`; `token` for ours; `environment` that ours has besides; `forward`, whether the others pass on
 *     the caller's token, as ours does anyway
 */
export const gateways = (surroundings) => {
  const hiveVersion = version('@graphql-hive/gateway');
  const planner = version('@graphql-hive/router-query-planner');
  return [
    khabar(surroundings),
    hive(surroundings, 'hive-rust', `Hive Gateway ${hiveVersion}, Rust planner ${planner}`, ['--hive-router-runtime']),
    hive(surroundings, 'hive', `Hive Gateway ${hiveVersion}`, ['--jit']),
    apollo(surroundings),
  ].filter(({ id }) => surroundings.only.length === 0 || surroundings.only.includes(id));
};
