import { sse } from './sse.mjs';
import { websocket } from './websocket.mjs';

let failed = 0;
for (const [name, check] of [...websocket, ...sse]) {
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
