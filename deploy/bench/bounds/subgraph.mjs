// One small subgraph. It answers nothing but what its schema is: a hostile request must not get here.
import { createServer } from 'node:http';
import { ports } from '../run/settings.mjs';

export const sdl = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])

type Query {
  item(id: ID!): Item
  items(first: Int): ItemConnection
  page(size: Int): [Item!] @listSize(slicingArguments: ["size"])
  named(ids: [ID!], weight: Float, number: Int): [Item!]
  report: Item @cost(weight: 60000)
}

type ItemConnection {
  nodes: [Item!]!
}

type Item @key(fields: "id") {
  id: ID!
  text: String
  next: Item
  items(first: Int): ItemConnection
}
`;

export async function startSubgraph() {
  let others = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const isSdl = body.includes('_service');
    others += isSdl ? 0 : 1;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ data: isSdl ? { _service: { sdl } } : null }));
  });
  await new Promise((resolve) => server.listen(ports.origin, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${ports.origin}/graphql`, calls: () => others, close: () => server.close() };
}
