// Stores the articles of the benchmark of our own schema through POST /imports, in bulk, and waits until they are searchable.
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Articles } from '../own/articles.mjs';

const STEP = 1000;
const FIRST = Date.UTC(2024, 0, 1, 6);
const MINUTES_APART = 10;

/** Page `index` as an article in Khabar's own form. */
function item(articles, index) {
  const { text, outlet, url } = articles.page(index);
  const [headline, , , ...paragraphs] = text.split('\n\n');
  return JSON.stringify({
    headline,
    outlet,
    url,
    language: 'ar',
    publishedAt: new Date(FIRST + index * MINUTES_APART * 60_000).toISOString(),
    blocks: paragraphs.map((paragraph) => ({ kind: 'PARAGRAPH', text: paragraph })),
  });
}

export async function fill({ address }, database, token, wanted) {
  const articles = new Articles();
  for (let from = 0; from < wanted; from += STEP) {
    const items = Array.from({ length: Math.min(STEP, wanted - from) }, (_, at) => item(articles, from + at));
    await store(address, token, items);
  }
  await taken(database);
}

async function store(address, token, items) {
  const response = await fetch(`${address}/imports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson', Authorization: `Bearer ${token}` },
    body: `${items.join('\n')}\n`,
  });
  const answer = await response.text();
  const created = answer.match(/"status":"created"/g)?.length;
  if (!response.ok || created !== items.length) {
    throw new Error(`of ${items.length} articles ${created} are stored, status ${response.status}: ${answer.slice(-500)}`);
  }
}

// What follows an import is not to run while something is measured.
async function taken(database) {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    for (let waiting = true; waiting;) {
      await sleep(500);
      const { rows } = await client.query(
        'select exists (select from article_backlog) or exists (select from search_new_words) as waiting');
      [{ waiting }] = rows;
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
