// Lists articles with their outlets through article-service and through PostGraphile, on one database; see README.md.
import { parseArgs } from 'node:util';
import { treeCpuSeconds } from '../run/child.mjs';
import { startIssuer } from '../run/issuer.mjs';
import { load, measuredLoad } from '../run/load.mjs';
import { digits, medianOf, publish, sumOf, table } from '../run/report.mjs';
import { cores } from '../run/settings.mjs';
import { turn } from '../run/stage.mjs';
import { fill } from './archive.mjs';
import { checkedLengths, targetOf } from './queries.mjs';
import { startArticles, startDatabase, startPostgraphile } from './servers.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string' },
  },
});
const options = {
  quick: values.quick,
  write: values.write,
  articles: Number(values.articles),
  rounds: Number(values.rounds ?? (values.quick ? 1 : 3)),
  seconds: Number(values.seconds ?? (values.quick ? 4 : 15)),
  warmUp: Number(values['warm-up'] ?? (values.quick ? 4 : 30)),
  connections: [1, 50],
};
const java = `${process.env.JAVA_HOME}/bin/java`;

const closing = [];

async function run() {
  const { server, tokenOf } = await startIssuer();
  closing.push(() => server.close());
  const database = await startDatabase(java);
  closing.push(database.close);
  const articles = await startArticles(java, database);
  closing.push(() => articles.child.stop());
  await fill(articles, database, tokenOf('importer', ['editor']), options.articles);
  const postgraphile = await startPostgraphile(database);
  closing.push(() => postgraphile.child.stop());
  const servers = [articles, postgraphile];
  const token = tokenOf('reader', ['reader']);
  const lengths = await checkedLengths(servers, token);
  const target = (one) => targetOf(one, token, lengths[one.id]);
  for (const one of servers) {
    await load(target(one), Math.max(...options.connections), options.warmUp);
  }
  const results = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const one of turn(servers, round)) {
      for (const connections of options.connections) {
        const memo = { cpuSeconds: () => treeCpuSeconds(database.pid) };
        const result = await measuredLoad({ child: one.child, memo }, target(one), connections, options.seconds);
        results.push({ server: one.id, connections, ...result });
        console.error(JSON.stringify(results.at(-1)));
      }
    }
  }
  publish('listing', text(servers, results, lengths), options, results, heading());
}

function heading() {
  const day = new Date().toISOString().slice(0, 10);
  const rounds = options.rounds > 1 ? `medians of ${options.rounds} alternating rounds` : 'one round';
  const quick = options.quick ? ' **Quick run: not to be quoted.**' : '';
  return `${day}, ${cores} cores for server, PostgreSQL and load together; ${options.articles} articles; ${rounds} of ${options.seconds} s.`
    + ` \`deploy/bench/listing/run\`.${quick}`;
}

const text = (servers, results, lengths) => options.connections
  .map((connections) => {
    const at = results.filter((one) => one.connections === connections);
    return `${connections === 1 ? '1 connection' : `${connections} connections`}:\n\n${tableOf(servers, at, lengths)}`;
  })
  .join('\n\n');

function tableOf(servers, results, lengths) {
  const of = ({ id }) => results.filter((one) => one.server === id);
  const ours = medianOf(of(servers[0]), 'perSecond');
  const head = ['Server', 'requests/s', 'article-service is', 'p50 ms', 'p99 ms', 'failed', 'answer KB', 'memory MB',
    'CPU ms/request', 'PostgreSQL’s CPU ms'];
  return table(head, servers.map((server) => [
    server.title,
    digits(medianOf(of(server), 'perSecond')),
    `${digits(ours / medianOf(of(server), 'perSecond'))} ×`,
    digits(medianOf(of(server), 'p50')),
    digits(medianOf(of(server), 'p99')),
    `${sumOf(of(server), 'failed')} of ${sumOf(of(server), 'requests')}`,
    digits(lengths[server.id] / 1000),
    digits(Math.max(...of(server).map(({ memory }) => memory))),
    digits(medianOf(of(server), 'cpuMillis')),
    digits(medianOf(of(server), 'subgraphCpuMillis')),
  ]));
}

try {
  await run();
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const close of closing.reverse()) {
    await close();
  }
}
process.exit();
