// What all benchmarks stand on: origin, subgraphs, issuer, and gateways that are started one at a time.
import { checkedLength, post } from './check.mjs';
import { gateways, url } from './gateways.mjs';
import { startIssuer } from './issuer.mjs';
import { startMemo } from './memo.mjs';
import { startOrigin } from './origin.mjs';
import { compose, expectedAnswer } from './supergraph.mjs';

export async function openStage({ graph, java, only }) {
  const supergraph = compose(graph);
  const origin = await startOrigin([graph]);
  const { server: issuer, token } = await startIssuer();
  const memo = await startMemo(java);
  return {
    supergraph,
    memo,
    gateways: gateways({ java, token, only }),
    close: async () => {
      await memo.stop();
      origin.close();
      issuer.close();
    },
  };
}

/** Starts a gateway for the time of `body`, which is given its process. */
export async function withGateway(stage, gateway, body) {
  const child = gateway.start(stage.supergraph.file);
  try {
    await child.ready(async () => {
      const answer = await post(url, { query: '{ __typename }' }, gateway.token);
      return JSON.parse(answer.toString('utf8')).data?.__typename === 'Query';
    });
    return await body(child);
  } finally {
    await child.stop();
  }
}

/** What wrk needs to know to load `gateway` with `request`; its answer is checked here. */
export async function targetOf(stage, gateway, request) {
  return targetAt(stage, url, request, gateway.token);
}

export async function targetAt(stage, address, request, token) {
  const expected = await expectedAnswer(stage.supergraph, request);
  await checkedLength(address, request, token, expected);
  const length = await checkedLength(address, request, token, expected);
  return { url: address, request, token, length };
}

/** The gateways in another order each round, so that none is always first after a pause. */
export const turn = (all, round) => all.map((_, index) => all[(index + round) % all.length]);
