-- Trigram indexes answer searches for a part of a name.
create extension if not exists pg_trgm;

create table entity (
    id uuid primary key,
    type text not null check (type in ('PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK')),
    country text check (country ~ '^[A-Z]{2}$'),
    created_at timestamptz not null default now()
);

-- What sources of the catalogue call an entity, such as cldr:territory/EG and curated:egypt. One entity may have several.
create table entity_key (
    key text primary key,
    entity_id uuid not null references entity (id) on delete cascade
);
create index entity_key_entity on entity_key (entity_id);

-- A source may change or take back the rows of origin CATALOGUE; what an operator has set is out of its reach.
create table entity_name (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    language text not null,
    text text not null check (text <> ''),
    origin text not null default 'CATALOGUE' check (origin in ('CATALOGUE', 'OPERATOR')),
    unique (entity_id, language)
);

create table entity_description (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    language text not null,
    text text not null check (text <> ''),
    origin text not null default 'CATALOGUE' check (origin in ('CATALOGUE', 'OPERATOR')),
    unique (entity_id, language)
);

-- An alias that an operator has taken away stays as a retired row, so that a source does not bring it back.
create table entity_alias (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    language text not null,
    type text not null check (type in ('NAME', 'ACRONYM', 'SHORT', 'EPITHET', 'DEMONYM')),
    text text not null check (text <> ''),
    search_key text not null,
    origin text not null default 'CATALOGUE' check (origin in ('CATALOGUE', 'OPERATOR')),
    retired boolean not null default false,
    unique (entity_id, language, type, text)
);
create index entity_alias_prefix on entity_alias (search_key text_pattern_ops) where not retired;
create index entity_alias_part on entity_alias using gin (search_key gin_trgm_ops) where not retired;

create table entity_external_id (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    scheme text not null,
    value text not null,
    origin text not null default 'CATALOGUE' check (origin in ('CATALOGUE', 'OPERATOR')),
    unique (entity_id, scheme, value)
);
create index entity_external_id_value on entity_external_id (scheme, value);

-- The content that was last loaded, so that a start without news writes nothing.
create table catalogue_load (
    singleton boolean primary key default true check (singleton),
    fingerprint text not null,
    loaded_at timestamptz not null
);
