-- The entities that articles mention, as entity-service's mention feed says. Ids of entities are opaque.
create table article_entity (
    article_id    uuid    not null,
    entity_id     text    not null,
    entity_type   text    not null,
    salience      real    not null check (salience between 0 and 1),
    mention_count integer not null check (mention_count > 0),
    primary key (article_id, entity_id)
);

create index article_entity_entity on article_entity (entity_id, article_id);

comment on column article_entity.entity_type is 'PERSON, ORGANIZATION, PLACE, EVENT, WORK or what entity-service adds';
comment on column article_entity.salience is 'Its part of the weight of all mentions in the article, from 0 to 1';

-- How far the mention feed has been followed, and what of it could not be understood.
create table mention_feed_cursor (
    only_row      boolean primary key default true check (only_row),
    last_event_id bigint  not null,
    advanced_at   timestamptz
);

insert into mention_feed_cursor (last_event_id) values (0);

create table mention_feed_skipped (
    event_id   bigint      primary key,
    subject    text        not null,
    problem    text        not null,
    skipped_at timestamptz not null default now()
);

-- What an outlet says of itself, and the version that a revision must name.
alter table outlet
    add column home_page text,
    add column logo      text,
    add column feeds     jsonb   not null default '[]',
    add column version   integer not null default 1 check (version >= 1);

comment on column outlet.feeds is 'Its feeds: [{"url": "https://...", "intervalSeconds": 900}, ...]';

-- Counts the changes of outlets, whoever makes them, so that every replica notices. Its row is the lock of who writes outlets.
create table outlet_registry (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);

insert into outlet_registry (version) values (1);

create function note_outlet_change() returns trigger language plpgsql as $$
begin
    update outlet_registry set version = version + 1;
    return null;
end $$;

create trigger outlet_changed after insert or update or delete on outlet
    for each statement execute function note_outlet_change();

-- Images and videos as links, and subjects as codes such as medtop:04000000. Articles from before have none.
alter table article
    add column media    jsonb     not null default '[]',
    add column subjects varchar[] not null default '{}';

create index article_subjects on article using gin (subjects);

alter table revision
    add column media    jsonb     not null default '[]',
    add column subjects varchar[] not null default '{}';
