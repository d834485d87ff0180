// Hive Gateway shares identical requests to subgraphs while they are in flight unless told not to; the other gateways
// here do not, and in production callers differ.
const forwarding = {
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
};

export const gatewayConfig = {
  inboundInflightRequestDeduplication: false,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
  ...(process.env.BENCH_FORWARD ? forwarding : {}),
};
