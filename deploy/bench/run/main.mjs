// The command line; see README.md.
import { parseArgs } from 'node:util';
import * as addedLatency from './added-latency.mjs';
import * as deep from './deep.mjs';
import * as own from './own.mjs';
import * as size from './size.mjs';
import * as soak from './soak.mjs';

const benchmarks = { deep, 'added-latency': addedLatency, size, own, soak };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string' },
    connections: { type: 'string' },
    articles: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});

const benchmark = benchmarks[positionals[0]];
if (!benchmark || positionals.length > 1) {
  console.error(`usage: gateway ${Object.keys(benchmarks).join('|')} [--quick] [--write] [--only khabar,hive-rust,hive,apollo]
         [--rounds N] [--seconds N] [--warm-up N] [--connections N,N] [--articles N] [--minutes N]`);
  process.exit(2);
}

const given = {
  rounds: values.rounds && Number(values.rounds),
  seconds: values.seconds && Number(values.seconds),
  warmUp: values['warm-up'] && Number(values['warm-up']),
  articles: values.articles && Number(values.articles),
  minutes: values.minutes && Number(values.minutes),
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
