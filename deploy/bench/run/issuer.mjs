// An identity provider on loopback: a key, its JWKS, and tokens that last as long as the benchmark.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { ports } from './settings.mjs';

export const issuer = `http://127.0.0.1:${ports.issuer}/realms/bench`;

const KEY = 'bench';
const HOURS = 12;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(privateKey, subject = 'bench', roles = ['reader', 'admin']) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer, aud: 'khabar', sub: subject, preferred_username: subject, iat: now, exp: now + HOURS * 3600,
    typ: 'Bearer', azp: 'bench', realm_access: { roles },
  };
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: KEY })}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
}

export async function startIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: KEY, use: 'sig', alg: 'RS256' }];
  const discovery = { issuer, jwks_uri: `${issuer}/certs`, token_endpoint: `${issuer}/token` };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url.endsWith('/certs') ? { keys } : discovery));
  });
  await new Promise((resolve) => server.listen(ports.issuer, '127.0.0.1', resolve));
  return { server, token: sign(privateKey), tokenOf: (subject, roles) => sign(privateKey, subject, roles) };
}
