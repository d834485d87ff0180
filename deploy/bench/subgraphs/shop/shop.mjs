// Four subgraphs in the shape of the public graphql-gateways-benchmark, so that numbers can be set beside its own:
// six users who all wrote the first two reviews, nine products, eleven reviews whose author is the first user, and
// texts of the same lengths. Schema, data and code are our own.
import { readFileSync } from 'node:fs';

const WORDS = 'the reader found this report clear and long enough to weigh what was said by whom and when it was first told ';

const text = (length) => WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);

const users = ['Salma', 'Idris', 'Maryam', 'Tariq', 'Huda', 'Yunus'].map((name, index) => ({
  id: String(index + 1),
  name: `${name} of Rabat`,
  username: name.toLowerCase(),
  birthday: 1234567890,
}));

const products = [
  ['Table', 899, 100, true],
  ['Couch', 1299, 1000, false],
  ['Glass', 15, 20, false],
  ['Chair', 499, 100, false],
  ['Radio', 1299, 1000, true],
  ['Lamp', 6999, 300, true],
  ['Stove', 3999, 2000, true],
  ['Carpet', 100000, 6000, false],
  ['Sofa', 9999, 800, true],
].map(([name, price, weight, inStock], index) => ({ upc: String(index + 1), name, price, weight, inStock }));

const reviews = [
  ['1', 446], ['1', 289], ['1', 276], ['1', 143],
  ['2', 446], ['2', 289], ['2', 276], ['2', 143],
  ['3', 143], ['4', 143], ['4', 842],
].map(([upc, length], index) => ({ id: String(index + 1), body: text(length), upc }));

// Unknown without a price: a gateway whose client has left may still ask, with what it has.
const shipping = ({ price, weight }) => {
  if (price == null || weight == null) {
    return null;
  }
  return price > 1000 ? 0 : Math.trunc(weight / 2);
};

// The objects of the whole graph; a subgraph's schema sees of them what it declares.
const review = (row) => ({ ...row, author: () => user('1'), product: () => product(row.upc) });

const user = (id) => ({ ...users.find((row) => row.id === id), reviews: () => reviews.slice(0, 2).map(review) });

const product = (upc) => {
  const row = products.find((candidate) => candidate.upc === upc);
  return {
    ...row,
    shippingEstimate: shipping(row),
    reviews: () => reviews.filter((candidate) => candidate.upc === upc).map(review),
  };
};

const root = {
  me: () => user('1'),
  user: ({ id }) => user(id),
  users: () => users.map(({ id }) => user(id)),
  topProducts: ({ first }) => products.slice(0, first).map(({ upc }) => product(upc)),
};

const sdl = (name) => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');

const byId = { __resolveReference: ({ id }) => user(id) };
const byUpc = { __resolveReference: ({ upc }) => product(upc) };

export const shop = {
  name: 'shop',
  root,
  subgraphs: [
    { name: 'accounts', sdl: sdl('accounts'), resolvers: { User: byId } },
    {
      name: 'inventory',
      sdl: sdl('inventory'),
      // What a product costs to send is computed from what the gateway brings along, as @requires has it.
      resolvers: {
        Product: { __resolveReference: (sent) => ({ ...product(sent.upc), shippingEstimate: shipping(sent) }) },
      },
    },
    { name: 'products', sdl: sdl('products'), resolvers: { Product: byUpc } },
    {
      name: 'reviews',
      sdl: sdl('reviews'),
      resolvers: {
        User: byId,
        Product: byUpc,
        Review: { __resolveReference: ({ id }) => review(reviews.find((row) => row.id === id)) },
      },
    },
  ],
};

export const deepQuery = { query: sdl('deep') };
