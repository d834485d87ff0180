// The gateway under test, an operation, and the answer that it has when all comes at once.
import { stripIgnoredCharacters } from 'graphql';

export const url = `${process.env.KHABAR_GATEWAY ?? 'http://localhost:8080'}/graphql`;
export const headers = { authorization: `Bearer ${process.env.READER_TOKEN}` };
export const query = stripIgnoredCharacters(
  process.env.QUERY ??
    `query Parts {
      articles(first: 3) { nodes { id headline ... @defer(label: "mentions") { mentions { surface } } } }
    }`,
);

/** Asks as a client that knows nothing of parts. */
export async function whole() {
  const answer = await post('application/json');
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Asks for an answer in a media type. */
export function post(accept) {
  return fetch(url, {
    method: 'POST',
    headers: { ...headers, accept, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}

/** Compares data whatever the order of its fields; what clients add themselves (__typename) does not count. */
export function same(one, other) {
  const text = (value) => JSON.stringify(plain(value));
  if (text(one) !== text(other)) throw new Error(`${text(one)} is not ${text(other)}`);
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).filter((key) => key !== '__typename');
  return Object.fromEntries(keys.sort().map((key) => [key, plain(value[key])]));
}
