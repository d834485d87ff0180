// The tagger's table and charts, of JMH's rates and of the facts that each of its processes wrote down.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { chart } from '../run/chart.mjs';
import { digits, intoReadme, table } from '../run/report.mjs';
import { bench } from '../run/settings.mjs';

const [work, option] = process.argv.slice(2);
const write = option === '--write';
const TITLES = {
  khabar: 'Khabar',
  'lucene-fst': "Lucene's FST",
  'double-array': 'AhoCorasickDoubleArrayTrie',
  tokens: 'words only',
};

const rates = JSON.parse(readFileSync(join(work, 'tagger-rates.json'), 'utf8'));
const facts = readFileSync(join(work, 'tagger-facts.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const results = rates.map(({ params, primaryMetric }) => ({
  finder: params.finder,
  names: Number(params.names),
  rate: primaryMetric.score,
  error: Number(primaryMetric.scoreError),
  ...facts.find(({ finder, names }) => finder === params.finder && names === Number(params.names)),
}));
const of = (key) => [...new Set(results.map((result) => result[key]))];

/** 10^4 and the like as people write them. */
const count = (names) => names.toLocaleString('en');

const row = ({ finder, names, rate, error, seconds, heap, found }) => finder === 'tokens'
  ? [count(names), TITLES[finder], `${digits(rate)} ± ${digits(error)}`, '', '', '', '']
  : [count(names), TITLES[finder], `${digits(rate)} ± ${digits(error)}`, digits(heap / 1e6), digits(heap / names),
    digits(seconds), count(found)];

function draw(id, title, measure, key) {
  const points = of('names').map((names) => ({ x: names, label: count(names) }));
  const lines = of('finder')
    .map((finder) => ({
      title: TITLES[finder],
      points: results.filter((result) => result.finder === finder && result[key] > 0)
        .map((result) => ({ x: result.names, y: result[key] })),
    }))
    .filter((line) => line.points.length > 0);
  const folder = write ? join(bench, 'charts') : join(work, 'charts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.svg`), chart({ title, measure, unit: 'names', points }, lines));
  return `![${title}](charts/${id}.svg)`;
}

results.forEach((result) => { result.megabytes = result.finder === 'tokens' ? 0 : result.heap / 1e6; });
const sorted = results.toSorted((a, b) => a.names - b.names);
const day = new Date().toISOString().slice(0, 10);
const content = `${day}, one thread of ${availableParallelism()} cores (${cpus()[0].model.trim()}).\n\n`
  + `${draw('tagger-rate', 'Names found in Arabic text', 'MB/s', 'rate')}\n`
  + `${draw('tagger-heap', 'Heap that the names hold', 'MB', 'megabytes')}\n\n`
  + table(['Names', '', 'MB/s', 'heap, MB', 'bytes a name', 'build, s', 'found'], sorted.map(row));
console.log(`\n${content}\n`);
writeFileSync(join(work, 'tagger.md'), `${content}\n`);
if (write) {
  intoReadme('tagger', content);
}
