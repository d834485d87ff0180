-- The mention feed: which articles' entities changed, in the order of the commits. Its ids are taken from
-- mention_feed_head, whose one row stays locked until the writer commits: ids are gap-free and ascend in commit order.
create table mention_feed_head (
    only_row boolean primary key default true check (only_row),
    last_id bigint not null
);

-- An event says which article changed; its entities are read when it is sent, as they are then. An article that is not
-- known any more was withdrawn.
create table mention_feed_event (
    id bigint primary key,
    article_id uuid not null,
    time timestamptz not null
);

-- The articles that are here already come first.
insert into mention_feed_event (id, article_id, time)
    select row_number() over (order by published_at, id), id, now() from article;
insert into mention_feed_head (last_id) select count(*) from mention_feed_event;
