-- What speaks for and against a mention: features with their weights, such as "KIND -1.73;TITLE 2.83". Mentions that are
-- here already have none until their article is linked again.
alter table mention add column why text not null default '';

-- What articles seem to name and the catalogue does not have.
create table seen_name (
    article_id uuid not null references article (id) on delete cascade,
    block int not null check (block >= 0),
    start_offset int not null check (start_offset >= 0),
    end_offset int not null check (end_offset > start_offset),
    surface text not null,
    search_key text not null,
    type text not null check (type in ('PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK')),
    context text not null,
    primary key (article_id, block, start_offset)
);
create index seen_name_name on seen_name (search_key, type, article_id desc);

-- The same by name, kept in step by triggers. Names that no article has any more stay, with no articles.
create table name_candidate (
    id bigint generated always as identity primary key,
    search_key text not null,
    type text not null,
    name text not null,
    article_count int not null,
    mention_count int not null,
    unique (search_key, type)
);
create index name_candidate_most on name_candidate (article_count desc, id desc);

-- An article's rows come and go in one statement, so its articles can be counted by statement.
create function count_seen_names(rows seen_name[], sign int) returns void language sql as $$
    insert into name_candidate (search_key, type, name, article_count, mention_count)
    select search_key, type, min(surface), sign * count(distinct article_id), sign * count(*)
    from unnest(rows) group by search_key, type order by search_key, type
    on conflict (search_key, type) do update
        set article_count = name_candidate.article_count + excluded.article_count,
            mention_count = name_candidate.mention_count + excluded.mention_count;
$$;

create function seen_name_inserted() returns trigger language plpgsql as $$
declare
    rows seen_name[];
begin
    select coalesce(array_agg(row(inserted.*)::seen_name), '{}') into rows from inserted;
    perform count_seen_names(rows, 1);
    return null;
end $$;

create function seen_name_deleted() returns trigger language plpgsql as $$
declare
    rows seen_name[];
begin
    select coalesce(array_agg(row(deleted.*)::seen_name), '{}') into rows from deleted;
    perform count_seen_names(rows, -1);
    return null;
end $$;

create trigger seen_name_inserted after insert on seen_name
    referencing new table as inserted for each statement execute function seen_name_inserted();
create trigger seen_name_deleted after delete on seen_name
    referencing old table as deleted for each statement execute function seen_name_deleted();
