// Stands between a gateway and the services for a moment, to count the calls of one operation.
import { createServer, request } from 'node:http';
import { ports } from '../run/settings.mjs';
import { services } from './stack.mjs';

const address = `http://127.0.0.1:${ports.origin}`;

/** The address of a service behind the counter. */
export const countedUrl = (name) => `${address}/${name}/graphql`;

export async function startCounter() {
  let calls = 0;
  const server = createServer((asked, answered) => {
    calls++;
    const [, name] = asked.url.split('/');
    const passed = request(`${services[name]}/graphql`, { method: asked.method, headers: asked.headers }, (answer) => {
      answered.writeHead(answer.statusCode, answer.headers);
      answer.pipe(answered);
    });
    passed.on('error', () => answered.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(ports.origin, '127.0.0.1', resolve));
  return { calls: () => calls, close: () => server.close() };
}
