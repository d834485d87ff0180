// The subgraphs as Apollo's subgraph library serves them: computes every answer once, for the memo in front.
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { ports } from './settings.mjs';

const schemaOf = (graph, { name, sdl, resolvers }) => {
  const hasQuery = /^\s*type Query\b/m.test(sdl);
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  return [`/${graph.name}/${name}`, { schema, rootValue: hasQuery ? graph.root : {} }];
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const answer = async ({ schema, rootValue }, { query, variables, operationName }) => {
  const result = await execute({
    schema, rootValue, document: parse(query), variableValues: variables, operationName, fieldResolver: fromRoot,
  });
  if (result.errors) {
    throw new Error(`subgraph error: ${JSON.stringify(result.errors)}`);
  }
  return JSON.stringify(result);
};

const fromRoot = (source, args, _context, info) => {
  const property = source?.[info.fieldName];
  return typeof property === 'function' ? property(args) : property;
};

export async function startOrigin(graphs) {
  const subgraphs = Object.fromEntries(graphs.flatMap((graph) => graph.subgraphs.map((one) => schemaOf(graph, one))));
  const server = createServer(async (request, response) => {
    try {
      response.end(await answer(subgraphs[request.url], await bodyOf(request)));
    } catch (error) {
      console.error(`${request.url}: ${error.message}`);
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise((resolve) => server.listen(ports.origin, '127.0.0.1', resolve));
  return server;
}
