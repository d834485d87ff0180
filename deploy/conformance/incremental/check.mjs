import { gql as gql3, ApolloClient as ApolloClient3, HttpLink as HttpLink3, InMemoryCache as InMemoryCache3 } from 'apollo-client-3/core/index.js';
import { gql as gql4, ApolloClient as ApolloClient4, HttpLink as HttpLink4, InMemoryCache as InMemoryCache4 } from 'apollo-client-4';
import { Defer20220824Handler } from 'apollo-client-4/incremental';
import { meros } from 'meros/browser';
import { headers, post, query, same, url, whole } from './stack.mjs';

const checks = [
  ['a client without multipart/mixed has the whole at once', async () => {
    const answer = await post('application/json');
    if (!answer.headers.get('content-type').startsWith('application/json')) throw new Error('It is no JSON');
  }],
  ['meros reads the parts', async () => {
    const parts = await meros(await post('multipart/mixed;deferSpec=20220824,application/json'));
    const payloads = [];
    for await (const part of parts) {
      if (!part.json) throw new Error(`A part is no JSON: ${part.body}`);
      payloads.push(part.body);
    }
    if (payloads.length < 2) throw new Error('All came at once');
    if (payloads.some((payload, i) => payload.hasNext !== i < payloads.length - 1)) throw new Error('hasNext is wrong');
    if (!payloads.slice(1).every((payload) => payload.incremental.every((part) => Array.isArray(part.path)))) {
      throw new Error('A part has no path');
    }
  }],
  ['Apollo Client 3 puts the parts together', async () => {
    const client = new ApolloClient3({ link: new HttpLink3({ uri: url, headers }), cache: new InMemoryCache3() });
    await watch(client.watchQuery({ query: gql3(query) }));
  }],
  ['Apollo Client 4 puts the parts together', async () => {
    const client = new ApolloClient4({
      link: new HttpLink4({ uri: url, headers }),
      cache: new InMemoryCache4(),
      incrementalHandler: new Defer20220824Handler(),
    });
    await watch(client.watchQuery({ query: gql4(query) }));
  }],
];

/** Follows a query until its data is the whole, which must take more than one step. */
async function watch(observable) {
  const wanted = await whole();
  const steps = [];
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`In ten seconds came ${JSON.stringify(steps)}`)), 10_000);
    observable.subscribe({
      next: (result) => {
        if (result.error) return reject(result.error);
        if (!result.data) return;
        steps.push(result.data);
        try {
          same(result.data, wanted);
        } catch {
          return;
        }
        clearTimeout(timer);
        resolve();
      },
      error: reject,
    });
  });
  if (steps.length < 2) throw new Error('It came in one step');
}

let failed = 0;
for (const [name, check] of checks) {
  try {
    await check();
    console.log(`ok    ${name}`);
  } catch (problem) {
    failed++;
    console.log(`FAIL  ${name}: ${problem?.stack ?? JSON.stringify(problem)}`);
  }
}
console.log(failed === 0 ? 'All passed' : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
