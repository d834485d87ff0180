-- Editors change the catalogue: versions, merges, hidden entities, history, relations, and linking again what a change touches.

-- An entity that was merged stays as a row that says which one stands for it, never one that was merged itself. From its first
-- edit on (edited) no source of the catalogue changes an entity.
alter table entity
    add column version int not null default 1 check (version > 0),
    add column edited boolean not null default false,
    add column hidden boolean not null default false,
    add column merged_into uuid references entity (id) check (merged_into <> id);
create index entity_merged_into on entity (merged_into) where merged_into is not null;

-- What was done to an entity, by whom; each row has what it changed, not what it left as it was.
create table entity_revision (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    version int not null,
    kind text not null check (kind in ('CREATED', 'REVISED', 'TOOK_IN', 'MERGED_AWAY', 'SPLIT', 'SPLIT_OFF', 'HIDDEN', 'SHOWN')),
    other_id uuid,
    author text not null,
    at timestamptz not null default now(),
    note text,
    changes jsonb not null
);
create index entity_revision_newest on entity_revision (entity_id, id desc);

-- How an entity stands to another. Dates are days; an office has a title, other relations have none.
create table entity_relation (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    kind text not null check (kind in ('CITIZEN_OF', 'MEMBER_OF', 'HOLDS_OFFICE', 'LOCATED_IN', 'PART_OF')),
    target_id uuid not null references entity (id) on delete cascade check (target_id <> entity_id),
    title text not null default '',
    from_day date,
    until_day date check (until_day >= from_day),
    unique nulls not distinct (entity_id, kind, target_id, title, from_day)
);
create index entity_relation_target on entity_relation (target_id);

-- The texts that mentions were found in, so that they can be found again. words has the hash of each word once.
create table article_text (
    article_id uuid primary key references article (id) on delete cascade,
    headline text not null,
    blocks text[] not null,
    words int[] not null,
    outlet_country text
);
create index article_text_words on article_text using gin (words);

-- A change of the catalogue whose articles are to be found: those that mention an entity, or whose text has any of some
-- words and all of others, which is what a name can be written with.
create table relink_request (
    id bigint generated always as identity primary key,
    entity_id uuid,
    first_words int[],
    further_words int[],
    transaction_id xid8 not null default pg_current_xact_id(),
    requested_at timestamptz not null default now(),
    check ((entity_id is null) <> (first_words is null)),
    check ((first_words is null) = (further_words is null))
);

-- Articles that are to be linked again, by a dictionary that has seen the transaction.
create table relink_article (
    article_id uuid primary key references article (id) on delete cascade,
    transaction_id xid8 not null,
    requested_at timestamptz not null default now(),
    claimed_until timestamptz
);

-- Mentions that an editor gave to another entity, until their article is linked again.
create table mention_reassignment (
    article_id uuid not null references article (id) on delete cascade,
    block int not null,
    start_offset int not null,
    entity_id uuid not null references entity (id) on delete cascade,
    primary key (article_id, block, start_offset)
);
