-- Rows of origin WIKIDATA are what an import of the dump has written; the next one may change or take them back. What curated
-- files and operators say comes before.
alter table entity_name drop constraint entity_name_origin_check,
    add constraint entity_name_origin_check check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA'));
alter table entity_description drop constraint entity_description_origin_check,
    add constraint entity_description_origin_check check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA'));
alter table entity_alias drop constraint entity_alias_origin_check,
    add constraint entity_alias_origin_check check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA'));
alter table entity_external_id drop constraint entity_external_id_origin_check,
    add constraint entity_external_id_origin_check check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA'));

-- An item is looked for among entities that do not come from Wikidata, by its names.
create index entity_name_known on entity_name (text, language) where origin <> 'WIKIDATA';

-- Dates as precise as they are known: 1963, 1963-08 or 1963-08-21; before the year 1 as ISO 8601 counts.
create table entity_date (
    entity_id uuid not null references entity (id) on delete cascade,
    property text not null check (property in ('BIRTH', 'DEATH', 'FOUNDATION')),
    value text not null check (value ~ '^-?\d{4}(-\d\d(-\d\d)?)?$'),
    origin text not null default 'WIKIDATA' check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA')),
    primary key (entity_id, property)
);

-- Imports of dumps. A process has an import while its lease lasts; each batch moves the position with what it writes.
create table wikidata_import (
    id uuid primary key default uuidv7(),
    file text not null,
    fingerprint text not null,
    file_size bigint not null,
    types text[] not null,
    languages text[] not null,
    least_sitelinks int not null,
    requested_by text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    stage text not null default 'CLASSES' check (stage in ('CLASSES', 'ITEMS')),
    position bigint not null default 0,
    file_position bigint not null default 0,
    line_count int not null default 0,
    created_count int not null default 0,
    updated_count int not null default 0,
    failure text,
    worker uuid,
    lease_until timestamptz,
    requested_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz
);

-- One at a time: they write the same rows.
create unique index wikidata_import_open on wikidata_import ((true)) where state in ('WAITING', 'RUNNING');

create table wikidata_import_skip (
    import_id uuid not null references wikidata_import (id) on delete cascade,
    reason text not null,
    item_count int not null,
    example text not null,
    primary key (import_id, reason)
);

-- What the first reading of a dump has found, for the second: types of classes, and codes of countries.
create table wikidata_import_class (
    import_id uuid not null references wikidata_import (id) on delete cascade,
    class_number int not null,
    type text not null,
    primary key (import_id, class_number)
);
create table wikidata_import_country (
    import_id uuid not null references wikidata_import (id) on delete cascade,
    item_number int not null,
    code text not null,
    primary key (import_id, item_number)
);
