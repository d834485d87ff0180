-- Articles of the feed, as far as mentions need them.
create table article (
    id uuid primary key,
    version int not null,
    language text not null,
    published_at timestamptz not null
);

create table mention (
    id bigint generated always as identity primary key,
    article_id uuid not null references article (id) on delete cascade,
    entity_id uuid not null references entity (id),
    block int not null check (block >= 0),
    start_offset int not null check (start_offset >= 0),
    end_offset int not null check (end_offset > start_offset),
    surface text not null,
    alias_type text not null check (alias_type in ('NAME', 'ACRONYM', 'SHORT', 'EPITHET', 'DEMONYM')),
    confidence double precision not null check (confidence between 0 and 1),
    status text not null check (status in ('AUTO', 'CONFIRMED', 'REJECTED')),
    unique (article_id, block, start_offset)
);
create index mention_entity on mention (entity_id);

-- One row for each article and entity, kept in step with the mentions by the transaction that changes them.
create table article_entity (
    article_id uuid not null references article (id) on delete cascade,
    entity_id uuid not null references entity (id),
    published_at timestamptz not null,
    mention_count int not null check (mention_count > 0),
    salience double precision not null check (salience between 0 and 1),
    primary key (article_id, entity_id)
);
create index article_entity_salience on article_entity (article_id, salience desc, entity_id desc);
create index article_entity_newest on article_entity (entity_id, published_at desc, article_id desc);

-- Where the follower of a feed stands.
create table feed_cursor (
    feed text primary key,
    last_event_id bigint not null,
    last_event_at timestamptz,
    advanced_at timestamptz
);
insert into feed_cursor (feed, last_event_id) values ('articles', 0);

-- Events that could not be handled.
create table feed_failure (
    feed text not null,
    event_id bigint not null,
    subject text not null,
    attempts int not null check (attempts > 0),
    error text not null,
    first_failed_at timestamptz not null,
    last_failed_at timestamptz not null,
    skipped boolean not null default false,
    primary key (feed, event_id)
);
create index feed_failure_skipped on feed_failure (feed) where skipped;
