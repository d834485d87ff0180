// One supergraph for all gateways, composed by Apollo's composition library, and the answers it should give.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { execute, parse } from 'graphql';
import { subgraphUrl } from './memo.mjs';
import { work } from './settings.mjs';

export function compose(graph) {
  const services = graph.subgraphs.map((one) => ({ name: one.name, url: subgraphUrl(graph, one), typeDefs: parse(one.sdl) }));
  const { errors, supergraphSdl, schema } = composeServices(services);
  if (errors?.length) {
    throw new Error(`${graph.name} does not compose: ${errors.map(String).join('\n')}`);
  }
  const file = join(work, `${graph.name}.supergraph.graphql`);
  writeFileSync(file, supergraphSdl);
  return { graph, file, api: schema.toAPISchema().toGraphQLJSSchema() };
}

/** What one server that has all the data answers. */
export async function expectedAnswer({ graph, api }, { query, variables }) {
  const result = await execute({ schema: api, document: parse(query), rootValue: graph.root, variableValues: variables });
  return JSON.parse(JSON.stringify(result));
}
