-- What editors decide: whom mentions are of, and what becomes of names that the catalogue lacks; and what is to be looked at.

-- What holds of one stretch of an article. It has no foreign key to the article: an article that is withdrawn and comes back has
-- its rulings again. block and start_offset are those of the version that is stored, as long as the surface stands in it.
create table mention_ruling (
    id uuid primary key default uuidv7(),
    article_id uuid not null,
    block int not null check (block >= 0),
    start_offset int not null check (start_offset >= 0),
    surface text not null,
    search_key text not null,
    words_before text not null default '',
    words_after text not null default '',
    alias_type text not null check (alias_type in ('NAME', 'ACRONYM', 'SHORT', 'EPITHET', 'DEMONYM')),
    meant uuid references entity (id) on delete cascade,
    rejected uuid[] not null default '{}',
    standing boolean not null default true,
    version int not null check (version > 0),
    author text not null
);
create index mention_ruling_article on mention_ruling (article_id, block, start_offset);
create index mention_ruling_meant on mention_ruling (meant) where meant is not null;

comment on column mention_ruling.words_before is 'The nearest words before it, the nearest first, in the compared form';
comment on column mention_ruling.standing is 'Whether its surface stands in the article as it is stored';

-- The decisions that rulings came of.
create table mention_decision (
    id bigint generated always as identity primary key,
    ruling_id uuid not null references mention_ruling (id) on delete cascade,
    version int not null,
    kind text not null check (kind in ('CONFIRMED', 'REJECTED', 'REASSIGNED', 'UNDONE')),
    entity_id uuid,
    former_id uuid,
    undone boolean not null default false,
    author text not null,
    at timestamptz not null default now(),
    note text,
    unique (ruling_id, version)
);

-- How often editors found a name to be of an entity, and not to be; kept in step with rulings by a trigger.
create table name_prior (
    search_key text not null,
    entity_id uuid not null references entity (id) on delete cascade,
    author text not null,
    confirmed int not null,
    rejected int not null,
    primary key (search_key, entity_id, author)
);
create index name_prior_entity on name_prior (entity_id);

create function count_ruling(ruling mention_ruling, sign int) returns void language sql as $$
    insert into name_prior (search_key, entity_id, author, confirmed, rejected)
    select ruling.search_key, said.entity_id, ruling.author, sum(said.confirmed), sum(said.rejected)
    from (
        select ruling.meant, sign, 0 where ruling.meant is not null
        union all
        select unnest(ruling.rejected), 0, sign
    ) as said (entity_id, confirmed, rejected)
    where exists (select from entity where id = said.entity_id)
    group by said.entity_id order by said.entity_id
    on conflict (search_key, entity_id, author) do update
        set confirmed = name_prior.confirmed + excluded.confirmed, rejected = name_prior.rejected + excluded.rejected;
$$;

create function ruling_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform count_ruling(old, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform count_ruling(new, 1);
    end if;
    return null;
end $$;

create trigger ruling_counted after insert or delete or update of search_key, meant, rejected, author on mention_ruling
    for each row execute function ruling_counted();

-- Until now decisions stood in the mentions themselves, and splits gave mentions away in a table of their own. What a name is
-- looked up by is not for SQL to say: search_key gets right when the article is linked again, see the end.
insert into mention_ruling (
    article_id, block, start_offset, surface, search_key, alias_type, meant, rejected, version, author)
select m.article_id, m.block, m.start_offset, m.surface, lower(m.surface), m.alias_type,
    coalesce(given.entity_id, case m.status when 'CONFIRMED' then m.entity_id end),
    case when given.entity_id <> m.entity_id or m.status = 'REJECTED' then array[m.entity_id] else '{}' end,
    1, 'unknown'
from mention m
left join mention_reassignment given using (article_id, block, start_offset)
where m.status <> 'AUTO' or given.entity_id is not null;

insert into mention_decision (ruling_id, version, kind, entity_id, former_id, author)
select id, 1,
    case when meant is null then 'REJECTED' when rejected = '{}' then 'CONFIRMED' else 'REASSIGNED' end,
    coalesce(meant, rejected[1]), case when meant is not null then rejected[1] end, author
from mention_ruling;

delete from mention where status = 'REJECTED';
drop table mention_reassignment;

-- What became of a name that the catalogue lacks.
alter table name_candidate
    add column decision text not null default 'OPEN' check (decision in ('OPEN', 'DISMISSED', 'PROMOTED')),
    add column version int not null default 0,
    add column decided_by text,
    add column decided_at timestamptz,
    add column note text,
    add column entity_id uuid references entity (id) on delete set null;
drop index name_candidate_most;
create index name_candidate_most on name_candidate (article_count desc, id desc) where decision = 'OPEN';
create index name_candidate_entity on name_candidate (entity_id) where entity_id is not null;

-- A name that was dismissed stays so, whatever it seems to be the next time.
create or replace function count_seen_names(rows seen_name[], sign int) returns void language sql as $$
    insert into name_candidate (search_key, type, name, article_count, mention_count, decision)
    select seen.search_key, seen.type, min(seen.surface), sign * count(distinct seen.article_id), sign * count(*),
        case when exists (
            select from name_candidate other where other.search_key = seen.search_key and other.decision = 'DISMISSED')
            then 'DISMISSED' else 'OPEN' end
    from unnest(rows) as seen group by seen.search_key, seen.type order by seen.search_key, seen.type
    on conflict (search_key, type) do update
        set article_count = name_candidate.article_count + excluded.article_count,
            mention_count = name_candidate.mention_count + excluded.mention_count;
$$;

-- What there is to look at: a name with the entity that it was linked to without being sure of it, or a name that the
-- catalogue lacks with what it seems to be. subject is the entity's id or the type.
create table review_item (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('MENTION', 'CANDIDATE')),
    search_key text not null,
    subject text not null,
    entity_id uuid references entity (id) on delete cascade,
    name text not null,
    open boolean not null default true,
    unique (kind, search_key, subject)
);
create index review_item_entity on review_item (entity_id) where entity_id is not null;

-- Where they stand. doubt is how likely a look at this place changes something, in thousandths.
create table review_place (
    article_id uuid not null references article (id) on delete cascade,
    block int not null,
    start_offset int not null,
    item_id bigint not null references review_item (id) on delete cascade,
    language text not null,
    outlet text not null,
    doubt int not null check (doubt > 0),
    primary key (article_id, block, start_offset, item_id)
);
create index review_place_item on review_place (item_id, doubt desc, article_id desc, block, start_offset);

-- How much a decision about an item is worth, in all articles and in those of a language, of an outlet and of both; '' is
-- any. Kept in step with the places by triggers.
create table review_rank (
    item_id bigint not null references review_item (id) on delete cascade,
    language text not null,
    outlet text not null,
    kind text not null,
    place_count int not null,
    value bigint not null,
    open boolean not null,
    primary key (item_id, language, outlet)
);
create index review_rank_most on review_rank (language, outlet, value desc, item_id desc) where open and place_count > 0;
create index review_rank_of_kind on review_rank (language, outlet, kind, value desc, item_id desc)
    where open and place_count > 0;

create function count_review_places(rows review_place[], sign int) returns void language sql as $$
    insert into review_rank (item_id, language, outlet, kind, place_count, value, open)
    select item.id, scope.language, scope.outlet, item.kind, sign * count(*), sign * sum(place.doubt), item.open
    from unnest(rows) as place
    join review_item item on item.id = place.item_id
    cross join lateral (
        select '' as language, '' as outlet
        union select place.language, ''
        union select '', place.outlet
        union select place.language, place.outlet) as scope
    group by item.id, scope.language, scope.outlet order by item.id, scope.language, scope.outlet
    on conflict (item_id, language, outlet) do update
        set place_count = review_rank.place_count + excluded.place_count, value = review_rank.value + excluded.value;
$$;

create function review_place_inserted() returns trigger language plpgsql as $$
declare
    rows review_place[];
begin
    select coalesce(array_agg(row(inserted.*)::review_place), '{}') into rows from inserted;
    perform count_review_places(rows, 1);
    return null;
end $$;

create function review_place_deleted() returns trigger language plpgsql as $$
declare
    rows review_place[];
begin
    select coalesce(array_agg(row(deleted.*)::review_place), '{}') into rows from deleted;
    perform count_review_places(rows, -1);
    return null;
end $$;

create trigger review_place_inserted after insert on review_place
    referencing new table as inserted for each statement execute function review_place_inserted();
create trigger review_place_deleted after delete on review_place
    referencing old table as deleted for each statement execute function review_place_deleted();

-- What editors do is not to wait until changes by the thousand have reached all articles, and articles are claimed by the dozen
-- out of all that wait.
alter table relink_request add column urgent boolean not null default false;
alter table relink_article add column urgent boolean not null default false;
create index relink_article_next on relink_article (urgent desc, requested_at, article_id);

comment on column relink_article.urgent is 'Whether a single change wants it, not one by the thousand';

-- What is here already: articles with decisions are linked again, first, so that these speak for their names in the others; then
-- those with something to look at, which writes down where it stands. The oldest transaction of all, for every dictionary has
-- seen it.
insert into relink_article (article_id, transaction_id, requested_at)
select distinct article_id, cast('3' as xid8), now() - interval '1 second' from mention_ruling
on conflict (article_id) do nothing;
insert into relink_article (article_id, transaction_id)
select article_id, cast('3' as xid8) from mention where status = 'AUTO' and confidence < 0.9
union select article_id, cast('3' as xid8) from seen_name
on conflict (article_id) do nothing;
