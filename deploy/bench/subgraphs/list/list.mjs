// A list of any length and weight in one subgraph, and one field of its items in each of nineteen others.
const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const LARGEST = 20;

const number = (index) => String(index).padStart(2, '0');

const extraFields = Array.from({ length: LARGEST - 1 }, (_, index) => `f${number(index + 1)}`);

const value = (field, id) => `${field} of ${id}`;

const item = (id, bytes) => ({
  id: String(id),
  text: 'x'.repeat(bytes),
  ...Object.fromEntries(extraFields.map((field) => [field, value(field, id)])),
});

const root = {
  items: ({ count, bytes }) => Array.from({ length: count }, (_, index) => item(index + 1, bytes)),
};

const feed = {
  name: 'feed',
  sdl: `${FEDERATION}
    type Query { items(count: Int!, bytes: Int!): [Item!]! }
    type Item @key(fields: "id") { id: ID! text: String! }`,
  resolvers: { Item: { __resolveReference: ({ id }) => item(id, 0) } },
};

const extra = (field) => ({
  name: field,
  sdl: `${FEDERATION}
    type Item @key(fields: "id") { id: ID! ${field}: String! }`,
  resolvers: { Item: { __resolveReference: ({ id }) => ({ id, [field]: value(field, id) }) } },
});

export const list = { name: 'list', root, subgraphs: [feed, ...extraFields.map(extra)] };

/** Items of the first `subgraphs` subgraphs: with one, the query stays in `feed`. */
export const listQuery = ({ count, bytes, subgraphs }) => ({
  query: `query List($count: Int!, $bytes: Int!) {
    items(count: $count, bytes: $bytes) { id text ${extraFields.slice(0, subgraphs - 1).join(' ')} }
  }`,
  variables: { count, bytes },
});
