// The command line; see README.md.
import { parseArgs } from 'node:util';
import * as addedLatency from './added-latency.mjs';
import * as deep from './deep.mjs';
import * as size from './size.mjs';

const benchmarks = { deep, 'added-latency': addedLatency, size };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string' },
    connections: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});

const benchmark = benchmarks[positionals[0]];
if (!benchmark || positionals.length > 1) {
  console.error(`usage: gateway ${Object.keys(benchmarks).join('|')} [--quick] [--write] [--only khabar,hive-rust,hive,apollo]
         [--rounds N] [--seconds N] [--warm-up N] [--connections N,N]`);
  process.exit(2);
}

const given = {
  rounds: values.rounds && Number(values.rounds),
  seconds: values.seconds && Number(values.seconds),
  warmUp: values['warm-up'] && Number(values['warm-up']),
  connections: values.connections && values.connections.split(',').map(Number),
};
const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

try {
  await benchmark.run({
    ...(values.quick ? benchmark.quick : benchmark.defaults),
    ...chosen,
    quick: values.quick,
    write: values.write,
    only: values.only.split(',').filter(Boolean),
    java: `${process.env.JAVA_HOME}/bin/java`,
  });
  process.exit(0);
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exit(1);
}
