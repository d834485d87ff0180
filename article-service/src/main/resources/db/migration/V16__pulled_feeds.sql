-- Hosts that an admin lets feeds be read from: names in ASCII and lower case.
create table allowed_host (
    host       text        primary key check (host = lower(host)),
    allowed_by text        not null,
    allowed_at timestamptz not null
);

-- Feeds of outlets that are pulled. A pull is claimed by moving next_due past the time that it may take and noting who has it;
-- whoever settles it must still have the claim.
create table feed_source (
    id                   uuid        primary key,
    outlet_id            uuid        not null references outlet (id),
    url                  text        not null unique,
    interval_seconds     integer     not null check (interval_seconds > 0),
    enabled              boolean     not null,
    etag                 text,
    last_modified        text,
    last_attempt         timestamptz,
    last_success         timestamptz,
    last_error           text,
    consecutive_failures integer     not null default 0,
    next_due             timestamptz not null,
    claim                uuid
);

create index feed_source_due on feed_source (next_due, id) where enabled;
create index feed_source_outlet on feed_source (outlet_id);

-- Which entities articles name, as entity-service tells; feeds about an entity are read from it.
create table if not exists article_entity (
    article_id    uuid    not null,
    entity_id     text    not null,
    entity_type   text    not null,
    salience      real    not null,
    mention_count integer not null,
    primary key (article_id, entity_id)
);

create index if not exists article_entity_entity on article_entity (entity_id, article_id);
