// Only fills the archive, for a run that is to start at once: node own/fill.mjs [ARTICLES]
import { fill } from './archive.mjs';
import { startStack } from './stack.mjs';

const stack = await startStack();
try {
  console.error(`${await fill(stack, Number(process.argv[2] ?? 100_000))} articles stored and tagged`);
} finally {
  await stack.close();
}
