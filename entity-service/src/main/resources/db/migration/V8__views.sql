-- Counts that views are answered from, kept in step with article_entity and article by triggers, whoever writes there.
-- Days and months are of the time of publication in UTC. The month '-infinity' stands for all time.

alter table article add column outlet text not null default '';
alter table article_entity add column outlet text not null default '';
-- Whether the entity counts as mentioned together with the article's others: those that it is most about.
alter table article_entity add column paired boolean not null default false;

comment on column article.outlet is 'Code of the outlet; empty when the event that brought the article did not say';

update article_entity set paired = true
where (article_id, entity_id) in (
    select article_id, entity_id from (
        select article_id, entity_id,
            row_number() over (partition by article_id order by salience desc, entity_id) as place
        from article_entity) as ranked
    where place <= 20);

create index article_entity_outlet on article_entity (entity_id, outlet, published_at desc, article_id desc);

create table entity_day (
    entity_id uuid not null references entity (id) on delete cascade,
    day date not null,
    outlet text not null,
    article_count int not null,
    mention_count int not null,
    primary key (entity_id, day, outlet)
);
create index entity_day_day on entity_day (day, entity_id) include (outlet, article_count);

create table entity_month (
    entity_id uuid not null references entity (id) on delete cascade,
    month date not null,
    article_count int not null,
    primary key (entity_id, month)
);

create table co_mention (
    entity_id uuid not null references entity (id) on delete cascade,
    other_id uuid not null references entity (id) on delete cascade,
    month date not null,
    article_count int not null,
    primary key (entity_id, month, other_id)
);
create index co_mention_count on co_mention (entity_id, month, article_count desc, other_id);
create index co_mention_other on co_mention (other_id);

create table archive_month (
    month date primary key,
    article_count int not null
);

create function month_of(moment timestamptz) returns date immutable language sql as
    $$ select date_trunc('month', moment at time zone 'UTC')::date $$;

create function day_of(moment timestamptz) returns date immutable language sql as
    $$ select (moment at time zone 'UTC')::date $$;

-- Adds to the counts of entities what rows say, or takes it away (sign -1). Rows are written in the order of their keys,
-- so that writers at once wait for each other and never in a circle.
create function count_entities(rows article_entity[], sign int) returns void language sql as $$
    insert into entity_day (entity_id, day, outlet, article_count, mention_count)
    select entity_id, day_of(published_at), outlet, sign * count(*), sign * sum(mention_count)
    from unnest(rows) group by 1, 2, 3 order by 1, 2, 3
    on conflict (entity_id, day, outlet) do update
        set article_count = entity_day.article_count + excluded.article_count,
            mention_count = entity_day.mention_count + excluded.mention_count;

    insert into entity_month (entity_id, month, article_count)
    select entity_id, month, sign * count(*)
    from unnest(rows) cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month)
    group by 1, 2 order by 1, 2
    on conflict (entity_id, month) do update
        set article_count = entity_month.article_count + excluded.article_count;
$$;

-- The same for pairs: of these rows with one another, and with the other rows that the table has of their articles, in
-- both directions.
create function count_pairs(rows article_entity[], sign int) returns void language sql as $$
    with changed as (select article_id, entity_id, published_at from unnest(rows) where paired),
        present as (
            select e.article_id, e.entity_id from article_entity e
            where e.paired and e.article_id in (select article_id from changed)
            union
            select article_id, entity_id from changed),
        pairs as (
            select c.entity_id, p.entity_id as other_id, c.published_at
            from changed c join present p on p.article_id = c.article_id and p.entity_id <> c.entity_id
            union all
            select p.entity_id, c.entity_id, c.published_at
            from changed c join present p on p.article_id = c.article_id and p.entity_id <> c.entity_id
            where not exists (
                select from changed other where other.article_id = p.article_id and other.entity_id = p.entity_id))
    insert into co_mention (entity_id, other_id, month, article_count)
    select entity_id, other_id, month, sign * count(*)
    from pairs cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month)
    group by 1, 2, 3 order by 1, 3, 2
    on conflict (entity_id, month, other_id) do update
        set article_count = co_mention.article_count + excluded.article_count;
$$;

create function article_entity_inserted() returns trigger language plpgsql as $$
declare
    rows article_entity[];
begin
    select coalesce(array_agg(row(inserted.*)::article_entity), '{}') into rows from inserted;
    perform count_entities(rows, 1);
    perform count_pairs(rows, 1);
    return null;
end $$;

create function article_entity_deleted() returns trigger language plpgsql as $$
declare
    rows article_entity[];
begin
    select coalesce(array_agg(row(deleted.*)::article_entity), '{}') into rows from deleted;
    perform count_entities(rows, -1);
    perform count_pairs(rows, -1);
    return null;
end $$;

create function article_entity_updated() returns trigger language plpgsql as $$
begin
    raise exception 'rows of article_entity are not changed: they are deleted and inserted, so that counts follow';
end $$;

create trigger article_entity_inserted after insert on article_entity
    referencing new table as inserted for each statement execute function article_entity_inserted();
create trigger article_entity_deleted after delete on article_entity
    referencing old table as deleted for each statement execute function article_entity_deleted();
create trigger article_entity_updated before update on article_entity
    for each statement execute function article_entity_updated();

create function count_archive(published timestamptz, sign int) returns void language sql as $$
    insert into archive_month (month, article_count)
    select month, sign from (values (month_of(published)), (date '-infinity')) as period (month) order by 1
    on conflict (month) do update set article_count = archive_month.article_count + excluded.article_count;
$$;

create function article_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform count_archive(old.published_at, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform count_archive(new.published_at, 1);
    end if;
    return null;
end $$;

create trigger article_counted after insert or delete or update of published_at on article
    for each row execute function article_counted();

-- What is here already.
insert into archive_month (month, article_count)
select month, count(*) from article
cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month) group by 1;

insert into entity_day (entity_id, day, outlet, article_count, mention_count)
select entity_id, day_of(published_at), outlet, count(*), sum(mention_count) from article_entity group by 1, 2, 3;

insert into entity_month (entity_id, month, article_count)
select entity_id, month, count(*) from article_entity
cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month) group by 1, 2;

insert into co_mention (entity_id, other_id, month, article_count)
select a.entity_id, b.entity_id, month, count(*)
from article_entity a
join article_entity b on b.article_id = a.article_id and b.entity_id <> a.entity_id and b.paired
cross join lateral (values (month_of(a.published_at)), (date '-infinity')) as period (month)
where a.paired group by 1, 2, 3;
