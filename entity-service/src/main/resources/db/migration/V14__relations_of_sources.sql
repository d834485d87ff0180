-- Relations come from sources as well: those of origin WIKIDATA are changed and taken back by the next dump.
alter table entity_relation
    add column origin text not null default 'OPERATOR' check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA'));

-- Relations that are told before both ends are there. The other end is known by a key of a source (wikidata:Q1028) or by its id
-- (id:0197…). An office of Wikidata's is an item of its own: until that has come the title is not known, nor whose office it is
-- unless the statement says so.
create table entity_relation_waiting (
    id bigint generated always as identity primary key,
    entity_id uuid not null references entity (id) on delete cascade,
    kind text not null check (kind in ('CITIZEN_OF', 'MEMBER_OF', 'HOLDS_OFFICE', 'LOCATED_IN', 'PART_OF')),
    target text,
    office int,
    title text not null default '',
    from_day date,
    until_day date check (until_day >= from_day),
    origin text not null check (origin in ('CATALOGUE', 'OPERATOR', 'WIKIDATA')),
    check (target is not null or office is not null),
    unique nulls not distinct (entity_id, kind, target, office, title, from_day)
);
create index entity_relation_waiting_target on entity_relation_waiting (target) where office is null;
create index entity_relation_waiting_office on entity_relation_waiting (office) where office is not null;

-- Offices that a dump has told of: what they are called and, by a key, what they are offices of.
create table wikidata_office (
    item_number int primary key,
    title text not null,
    target text
);
