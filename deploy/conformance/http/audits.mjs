// The audits of GraphQL over HTTP by the npm package graphql-http, against a gateway that runs.
import { serverAudits } from 'graphql-http';

const url = process.argv[2] ?? 'http://localhost:8080/graphql';
const token = process.env.TOKEN;

function fetchWithToken(input, init = {}) {
  const headers = { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  return fetch(input, { ...init, headers });
}

const audits = serverAudits({ url, fetchFn: fetchWithToken });
let passed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    passed++;
  } else {
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason ?? ''}`);
  }
}
console.log(`${passed} of ${audits.length} audits passed`);
process.exitCode = passed === audits.length ? 0 : 1;
