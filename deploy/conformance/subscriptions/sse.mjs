// graphql-sse, the reference client of GraphQL over server-sent events, in both modes.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { collect, gateway, importUntil, mentioned, PUBLISHED, QUERY, token } from './stack.mjs';

function client(singleConnection, options = {}) {
  return createClient({
    url: singleConnection ? `${gateway}/graphql/stream` : `${gateway}/graphql`,
    singleConnection,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token}` },
    ...options,
  });
}

async function all(from, request) {
  const answers = [];
  for await (const answer of from.iterate(request)) answers.push(answer);
  return answers;
}

async function events(single, request, field) {
  const from = client(single);
  const { received, problems, stop } = collect(from, request);
  await importUntil(received, 2);
  stop();
  from.dispose();
  assert.deepEqual(problems, []);
  for (const event of received) {
    assert.equal(event.errors, undefined, JSON.stringify(event.errors));
    assert.ok(event.data[field]);
  }
}

function inMode(single) {
  const mode = single ? 'single connection' : 'distinct connections';
  return [
    [`graphql-sse, ${mode}: a query is completed`, async () => {
      const from = client(single);
      const answers = await all(from, { query: QUERY });
      assert.equal(answers.length, 1);
      assert.ok(answers[0].data.articles);
      from.dispose();
    }],
    [`graphql-sse, ${mode}: errors are answers`, async () => {
      const from = client(single);
      const answers = await all(from, { query: '{ nothing }' });
      assert.equal(answers[0].errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
      from.dispose();
    }],
    [`graphql-sse, ${mode}: articlePublished`, () => events(single, { query: PUBLISHED }, 'articlePublished')],
    [`graphql-sse, ${mode}: entityMentioned`, async () => events(single, await mentioned(), 'entityMentioned')],
    [`graphql-sse, ${mode}: two subscriptions at a time`, async () => {
      const from = client(single);
      const first = collect(from, { query: PUBLISHED });
      const second = collect(from, { query: PUBLISHED });
      await importUntil(first.received, 1);
      await importUntil(second.received, 1);
      first.stop();
      const before = second.received.length;
      await importUntil(second.received, before + 1);
      second.stop();
      from.dispose();
    }],
    [`graphql-sse, ${mode}: a token that is none is refused`, async () => {
      const from = client(single, { headers: { authorization: 'Bearer nothing' } });
      await assert.rejects(all(from, { query: QUERY }), (problem) => problem.response?.status === 401);
    }],
  ];
}

export const sse = [...inMode(false), ...inMode(true)];
