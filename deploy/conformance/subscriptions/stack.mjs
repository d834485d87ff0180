// The stack under test: its addresses and tokens, and pages that make events.
export const gateway = process.env.KHABAR_GATEWAY ?? 'http://localhost:8080';
export const articles = process.env.KHABAR_ARTICLES ?? 'http://localhost:8081';
export const token = process.env.READER_TOKEN;

export const PUBLISHED = 'subscription { articlePublished { id headline outlet { code } mentions { surface } } }';
export const QUERY = '{ articles(first: 1) { nodes { id } } }';
const MENTIONED =
  'subscription ($id: ID!) { entityMentioned(entityId: $id) { entity { id } article { id headline } mentionCount } }';

let pages = 0;

/** Imports a page that mentions مصر; answers its id. */
export async function importPage() {
  const number = `${++pages}-${Date.now()}`;
  const page =
    `خبر عاجل ${number} من القاهرة\n\n12 مارس 2024 10:15\n\nهسبريس - متابعة\n\n` +
    `قالت مصر إن المفاوضات رقم ${number} ما زالت مستمرة في القاهرة.\n`;
  const answer = await fetch(`${articles}/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.EDITOR_TOKEN}`, 'content-type': 'text/plain' },
    body: page,
  });
  if (!answer.ok) throw new Error(`The import answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).id;
}

/** The entity that the pages mention, to subscribe for. */
export async function mentioned() {
  const answer = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entities(search: "مصر", first: 1) { nodes { id } } }' }),
  });
  return { query: MENTIONED, variables: { id: (await answer.json()).data.entities.nodes[0].id } };
}

/** Imports pages until a subscription has had its events; there is no telling when a service begins to listen. */
export async function importUntil(received, wanted) {
  for (let attempt = 0; attempt < 60 && received.length < wanted; attempt++) {
    await importPage();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (received.length < wanted) throw new Error(`${received.length} of ${wanted} events came`);
}

// What a subscription brings, as it comes.
export function collect(from, request) {
  const received = [];
  const problems = [];
  const stop = from.subscribe(request, {
    next: (event) => received.push(event),
    error: (problem) => problems.push(problem),
    complete: () => {},
  });
  return { received, problems, stop };
}
