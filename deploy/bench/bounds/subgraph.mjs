// One small subgraph. It answers nothing but what its schema is, and one long text: a hostile request must not get here, unless
// it is about the answer.
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
  large: String
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

/** Characters of the long text. */
export const LARGE = 8_000_000;

const large = JSON.stringify({ data: { large: 'x'.repeat(LARGE) } });

export async function startSubgraph() {
  let others = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const isSdl = body.includes('_service');
    response.setHeader('Content-Type', 'application/json');
    if (!isSdl && body.includes('large')) {
      response.setHeader('Content-Length', large.length);
      response.end(large);
      return;
    }
    others += isSdl ? 0 : 1;
    response.end(JSON.stringify({ data: isSdl ? { _service: { sdl } } : null }));
  });
  await new Promise((resolve) => server.listen(ports.origin, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${ports.origin}/graphql`, calls: () => others, close: () => server.close() };
}
