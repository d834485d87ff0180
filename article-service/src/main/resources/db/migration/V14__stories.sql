-- Stories: articles that are near-duplicates of each other, such as one agency's text in several outlets. An article
-- that stands alone has no row here; its story has the article's own id.
create table story (
    id          uuid primary key,
    merged_into uuid references story (id)
);

comment on table story is 'A story has the id of the oldest article that founded it, or an id of its own';
comment on column story.merged_into is 'The story that this one turned out to be';

-- Refers to article without a constraint: to check one would lock the rows of other articles, which their writers hold.
create table story_member (
    article_id   uuid        primary key,
    story_id     uuid        not null references story (id),
    published_at timestamptz not null
);

comment on table story_member is 'Published articles that tell a story along with others, each in one story';

create index story_member_earliest on story_member (story_id, published_at, article_id);

-- What finds near-duplicates without comparing with everything: the smallest hashes of a text's runs of words, and
-- hashes of pairs of them (bands). Two texts that are alike have a band in common.
create table story_sketch (
    article_id uuid      primary key references article (id) on delete cascade,
    hour       integer   not null,
    minima     integer[] not null
);

comment on column story_sketch.hour is 'Hours from 1970 to the publication';
comment on column story_sketch.minima is 'See StorySketch';

create table story_band (
    band       integer not null,
    hour       integer not null,
    article_id uuid    not null,
    primary key (band, hour, article_id)
);

-- Which articles were found to be near-duplicates of each other. Stories are the connected parts of this graph.
create table story_link (
    lesser  uuid not null,
    greater uuid not null,
    primary key (lesser, greater),
    check (lesser < greater)
);

create index story_link_greater on story_link (greater, lesser);

-- How far the articles that were stored before have been taken in; no row once all are.
create table story_backfill (
    only_row boolean primary key default true check (only_row),
    last_id  uuid    not null
);

insert into story_backfill (last_id) values ('00000000-0000-0000-0000-000000000000');

-- The entities of each article, which related articles share; the same as in migration 12.
create table if not exists article_entity (
    article_id    uuid    not null,
    entity_id     text    not null,
    entity_type   text    not null,
    salience      real    not null,
    mention_count integer not null,
    primary key (article_id, entity_id)
);

create index if not exists article_entity_entity on article_entity (entity_id, article_id);
