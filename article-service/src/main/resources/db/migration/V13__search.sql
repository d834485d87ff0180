-- The index of articles' texts: a row for each article as it is now. Rows are small and many fit on a page, because vectors
-- lie beside them; what a search compares and shows without reading a text is in columns. Filled for the articles that are
-- here by the migration 13.1.
create table article_search (
    article_id    uuid         primary key references article (id) on delete cascade,
    outlet_id     uuid         not null,
    language      text         not null,
    kind          text         not null,
    status        text         not null,
    published_at  timestamptz  not null,
    subjects      text[]       not null default '{}',
    vector        tsvector     not null
) with (toast_tuple_target = 128);

comment on column article_search.vector is 'Stems with positions, words by level, and conditions; see SearchVector';

-- Vectors are found by the index alone, so that no statistics of them are needed; those of times part the archive.
alter table article_search alter column vector set statistics 0;
alter table article_search alter column published_at set statistics 300;

-- New entries wait in a list that each search reads as well: long enough that an import writes them sorted and in bulk, short
-- enough that no search notices.
create index article_search_vector on article_search using gin (vector)
    with (fastupdate = on, gin_pending_list_limit = 1024);

-- Entities that articles name, as entity-service tells of them.
create table if not exists article_entity (
    article_id     uuid    not null,
    entity_id      text    not null,
    entity_type    text    not null,
    salience       real    not null,
    mention_count  integer not null,
    primary key (article_id, entity_id)
);

create index if not exists article_entity_entity on article_entity (entity_id, article_id);

-- The words of all articles, for spelling suggestions: as they fold, as one article writes them, and how many articles have
-- them, roughly. An article's words wait in search_new_words, so that no writer waits for another's.
create table search_term (
    term       text     primary key,
    shown      text     not null,
    documents  integer  not null
);

create table search_new_words (
    id     bigint  generated always as identity primary key,
    words  text[]  not null,
    shown  text[]  not null
);

-- A word and what is left of it without one letter: two words of which one letter is wrong, too many, missing or in its
-- neighbour's place have one of these in common (Garbe, "Symmetric delete spelling correction", 2012).
create function search_variants(word text) returns text[] language sql immutable parallel safe strict
    return (select array_agg(distinct left(word, place - 1) || substr(word, place + 1)) || word
            from generate_series(1, length(word)) as place);

create index search_term_variants on search_term using gin (search_variants(term)) where documents >= 2;
