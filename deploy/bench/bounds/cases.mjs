// Hostile requests. Each is { name, body(i) } and maybe { headers, few, accepted }: `body` makes the i-th request's body,
// which differs from the others where a gateway that remembers what it prepared would not be asked anything new.
const range = (count, text) => Array.from({ length: count }, (_, index) => text(index));
const each = (count, text, separator = ' ') => range(count, text).join(separator);
const graphql = (query, variables) => JSON.stringify({ query, variables });
const MB = 1_000_000;

const nested = (depth, field, inside) => `${`${field} { `.repeat(depth)}${inside}${' }'.repeat(depth)}`;

/** Fragments of which each spreads the next twice: 2^levels fields. */
const bomb = (levels) => `{ item(id: 1) { ...F0 } } ${each(levels, (i) => `fragment F${i} on Item { ...F${i + 1} ...F${i + 1} }`)} `
  + `fragment F${levels} on Item { id }`;

const ring = (length) => `{ item(id: 1) { ...F0 } } `
  + each(length, (i) => `fragment F${i} on Item { id ...F${(i + 1) % length} }`);

const once = (text) => () => text;

export const trivial = [
  { name: 'for comparison: `{ __typename }`, answered', body: once(graphql('{ __typename }')), accepted: true },
  { name: 'for comparison: a field that there is not', body: (i) => graphql(`query Q${i} { nothing }`) },
];

export const documents = [
  { name: 'cycle of 2 fragments', body: once(graphql(ring(2))) },
  { name: 'cycle of 400 fragments', body: once(graphql(ring(400))) },
  { name: 'alias bomb: 1,200 aliases', body: once(graphql(`{ item(id: 1) { ${each(1200, (i) => `a${i}: text`)} } }`)) },
  { name: '2,000 directives on one field', body: once(graphql(`{ item(id: 1) { text ${'@x '.repeat(2000)} } }`)) },
  {
    name: '10 directives on each of 160 fields',
    body: once(graphql(`{ item(id: 1) { ${'id @skip(if: false) @a @b @c @d @e @f @g @h @i '.repeat(160)} } }`)),
  },
  { name: 'fragments that expand to 2^40 fields', body: once(graphql(bomb(40))) },
  { name: 'fragments that expand to 2^200 fields', body: once(graphql(bomb(200))) },
  { name: '26 levels of fields', body: once(graphql(`{ item(id: 1) { ${nested(25, 'next', 'id')} } }`)) },
  { name: '2,000 levels of fields', body: once(graphql(`{ item(id: 1) { ${nested(2000, 'next', 'id')} } }`)) },
  { name: '100,000 tokens', body: once(graphql(`{ item(id: 1) { ${'id '.repeat(60_000)} } }`)) },
  { name: '2,400 fields at the root', body: once(graphql(`{ ${'__typename '.repeat(2400)} }`)) },
  { name: '1,200 variables', body: (i) => graphql(`query Q${i}(${each(1200, (v) => `$v${v}: ID`)}) { item(id: $v0) { id } }`) },
  { name: '4,000 times the same field, valid', body: (i) => graphql(`query Q${i} { item(id: 1) { ${'id '.repeat(4000)} nothing } }`) },
  { name: '150 fields that there are not', body: (i) => graphql(`query Q${i} { item(id: 1) { ${each(150, (f) => `no${f}`)} } }`) },
  {
    name: '90 pairs of fields that do not merge',
    body: (i) => graphql(`query Q${i} { item(id: 1) { ${each(90, (f) => `a${f}: id a${f}: text`)} } }`),
  },
  {
    name: 'introspection, fields of types of fields 9 times over',
    body: (i) => graphql(`query Q${i} { __schema { types { ${nested(9, 'fields { type', 'name') + ' }'.repeat(9)} } } }`),
  },
  { name: 'introspection, 200 times `ofType`', body: once(graphql(`{ __type(name: "Item") { ${nested(200, 'ofType', 'name')} } }`)) },
];

export const values = [
  { name: 'string of 10 MB in the document', few: true, body: once(graphql(`{ item(id: "${'x'.repeat(10 * MB)}") { id } }`)) },
  { name: 'number of 10 MB in the document', few: true, body: once(graphql(`{ item(id: ${'7'.repeat(10 * MB)}) { id } }`)) },
  { name: 'string of 0.9 MB in the document', body: once(graphql(`{ item(id: "${'x'.repeat(0.9 * MB)}") { id } }`)) },
  { name: 'number of 0.9 MB in the document', body: once(graphql(`{ item(id: ${'7'.repeat(0.9 * MB)}) { id } }`)) },
  { name: 'number of 190,000 digits in the document', body: once(graphql(`{ named(number: ${'7'.repeat(190_000)}) { id } }`)) },
  { name: 'number of 0.9 MB in the variables', body: once(`{"query":"{ __typename }","variables":{"n":${'7'.repeat(0.9 * MB)}}}`) },
  { name: '2,000 numbers of 390 digits in the variables', body: once(`{"query":"{ __typename }","variables":{"n":[${each(2000, () => '7'.repeat(390), ',')}]}}`) },
  { name: '1e999999999 in the document', body: once(graphql('{ named(weight: 1e999999999) { id } }')) },
  {
    name: '1e999999999 in the variables',
    body: once('{"query":"query ($w: Float) { named(weight: $w) { id } }","variables":{"w":1e999999999}}'),
  },
  { name: 'body of 1.1 MB', body: once(graphql(`{ __typename ${'#'.repeat(1.1 * MB)}\n }`)) },
  { name: 'variables 100,000 arrays deep', body: once(`{"query":"{ __typename }","variables":{"v":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`) },
  { name: 'list of 300,000 items in the variables', body: once(graphql('query ($i: [ID!]) { named(ids: $i) { id } }', { i: range(300_000, () => 1) })) },
  { name: 'list of 1,001 items in the variables', body: once(graphql('query ($i: [ID!]) { named(ids: $i) { id } }', { i: range(1001, String) })) },
  { name: 'list of 4,000 items in the document', body: once(graphql(`{ named(ids: [${'1,'.repeat(4000)}]) { id } }`)) },
  { name: 'first: 1000000', body: (i) => graphql(`query Q${i} { items(first: 1000000) { nodes { id } } }`) },
  { name: 'size: 1000000, a slicing argument', body: (i) => graphql(`query Q${i} { page(size: 1000000) { id } }`) },
  {
    name: 'pages in pages, a cost of 10⁹',
    body: (i) => graphql(`query Q${i} { items(first: 1000) { nodes { ${'items(first: 1000) { nodes { '.repeat(2)} id ${'} } '.repeat(2)} } } }`),
  },
  { name: 'a field with @cost beyond the bound', body: (i) => graphql(`query Q${i} { report { id } }`) },
];

export const transport = [
  { name: 'no token', token: null, body: once(graphql('{ __typename }')) },
  { name: 'no token and a body of 10 MB', token: null, few: true, body: once('x'.repeat(10 * MB)) },
  { name: 'token with a wrong signature', token: 'forged', body: once(graphql('{ __typename }')) },
  { name: 'token that is none', token: 'x'.repeat(2000), body: once(graphql('{ __typename }')) },
  { name: 'unknown hash', body: (i) => JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: String(i).padStart(64, '0') } } }) },
  { name: 'malformed JSON, 0.9 MB', body: once(`{"query":"{ __typename }","variables":{"v":[${'{},'.repeat(0.3 * MB)}`) },
  { name: 'malformed JSON', body: once('{"query":') },
  { name: 'invalid UTF-8', body: once(Buffer.concat([Buffer.from('{"query":"{ a'), Buffer.from([0xc3, 0x28]), Buffer.from(' }"}')])) },
];
