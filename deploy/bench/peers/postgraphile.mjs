// PostGraphile as its documentation sets it up for production, in as many workers as the machine has cores:
// postgraphile.mjs DATABASE-URL PORT WORKERS
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const [database, port, workers] = process.argv.slice(2);

if (cluster.isPrimary && Number(workers) > 1) {
  for (let worker = 0; worker < Number(workers); worker++) {
    cluster.fork();
  }
} else {
  const preset = {
    extends: [PostGraphileAmberPreset],
    disablePlugins: ['PgIndexBehaviorsPlugin'], // Which would not let "status" be asked for.
    pgServices: [makePgService({ connectionString: database, schemas: ['public'] })],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  };
  const served = postgraphile(preset).createServ(grafserv);
  const server = createServer();
  await served.addTo(server);
  server.listen(Number(port), '127.0.0.1');
}
