// Apollo Gateway as its documentation sets it up, in as many workers as the machine has cores.
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

class Forwarding extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.authorization) {
      request.http.headers.set('authorization', context.authorization);
    }
  }
}

const forwarding = process.env.BENCH_FORWARD
  ? { gateway: { buildService: ({ url }) => new Forwarding({ url }) }, server: { context: async ({ req }) => ({ authorization: req.headers.authorization }) } }
  : { gateway: {}, server: {} };

const [supergraph, port, workers] = process.argv.slice(2);

if (cluster.isPrimary && Number(workers) > 1) {
  for (let worker = 0; worker < Number(workers); worker++) {
    cluster.fork();
  }
} else {
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8'), ...forwarding.gateway });
  const listen = { host: '127.0.0.1', port: Number(port) };
  await startStandaloneServer(new ApolloServer({ gateway }), { listen, ...forwarding.server });
}
