-- Lists of what readers do not see are short beside the archive, and so are their indexes. Queries say the condition in
-- these words, so that any plan may use them.
create index article_unpublished_status on article (status, published_at desc, id desc)
    where status not in ('PUBLISHED', 'CORRECTED');
create index article_unpublished_newest on article (published_at desc, id desc)
    where status not in ('PUBLISHED', 'CORRECTED');

-- The newest articles of an entity, without reading all that ever named it: a mention knows when its article was published,
-- and nothing of one that readers do not see. Both sides keep it: mentions as they are written, and articles as they move.
alter table article_entity add column published_at timestamptz;

comment on column article_entity.published_at is 'When the article was published; null while readers do not see it';

create index article_entity_newest on article_entity (entity_id, published_at desc, article_id desc)
    where published_at is not null;

-- Waits for whoever writes the article, and makes them wait: else each would miss the other's rows.
create function date_mention() returns trigger language plpgsql as $$
begin
    select case when a.status in ('PUBLISHED', 'CORRECTED') then a.published_at end into new.published_at
    from article a where a.id = new.article_id for share;
    return new;
end $$;

create trigger mention_dated before insert on article_entity for each row execute function date_mention();

create function date_mentions_of_article() returns trigger language plpgsql as $$
begin
    update article_entity
    set published_at = case when new.status in ('PUBLISHED', 'CORRECTED') then new.published_at end
    where article_id = new.id;
    return null;
end $$;

create trigger article_mentions_dated after update of status, published_at on article for each row
    when (old.status is distinct from new.status or old.published_at is distinct from new.published_at)
    execute function date_mentions_of_article();

-- What is made of stored articles in the background, from the newest to the oldest: how far each such work has come. No row
-- once it is done, nor where there is nothing to do.
create table backfill (
    name    text primary key,
    last_id uuid not null
);

comment on column backfill.last_id is 'What has a lesser id is still to be done';

insert into backfill (name, last_id)
select name, 'ffffffff-ffff-ffff-ffff-ffffffffffff' from (values ('search'), ('mention-dates')) as work (name)
where exists (select from article);

-- Words that readers see no more wait to be counted as new ones do.
alter table search_new_words add column gone boolean not null default false;

create index search_term_gone on search_term (term) where documents <= 0;
