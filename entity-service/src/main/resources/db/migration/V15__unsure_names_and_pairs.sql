-- Names of which no word is known count only when several articles have them. What is here already is of the other kind.
alter table seen_name add column sure boolean not null default true;
alter table name_candidate add column sure_count int not null default 0;
update name_candidate set sure_count = mention_count;

-- Most names are of one article and unsure: they are not listed, so they are not in the list's order either.
drop index name_candidate_most;
create index name_candidate_listed on name_candidate (article_count desc, id desc)
    where decision = 'OPEN' and article_count > 0 and (sure_count > 0 or article_count > 1);

create or replace function count_seen_names(rows seen_name[], sign int) returns void language sql as $$
    insert into name_candidate (search_key, type, name, article_count, mention_count, sure_count, decision)
    select seen.search_key, seen.type, min(seen.surface), sign * count(distinct seen.article_id), sign * count(*),
        sign * count(*) filter (where seen.sure),
        case when exists (
            select from name_candidate other where other.search_key = seen.search_key and other.decision = 'DISMISSED')
            then 'DISMISSED' else 'OPEN' end
    from unnest(rows) as seen group by seen.search_key, seen.type order by seen.search_key, seen.type
    on conflict (search_key, type) do update
        set article_count = name_candidate.article_count + excluded.article_count,
            mention_count = name_candidate.mention_count + excluded.mention_count,
            sure_count = name_candidate.sure_count + excluded.sure_count;
$$;

-- Pairs are most of the rows that an article adds. That their entities are there follows from article_entity, which they are
-- counted from, and each pair stands in both directions: so two foreign keys and the index for one of them are spared, and
-- pairs of an entity that goes are taken away by what the other direction says.
alter table co_mention drop constraint co_mention_entity_id_fkey, drop constraint co_mention_other_id_fkey;
drop index co_mention_other;

create function forget_pairs() returns trigger language plpgsql as $$
begin
    delete from co_mention pair using gone join co_mention own on own.entity_id = gone.id
    where pair.entity_id = own.other_id and pair.month = own.month and pair.other_id = gone.id;
    delete from co_mention where entity_id in (select id from gone);
    return null;
end $$;

create trigger entity_gone after delete on entity
    referencing old table as gone for each statement execute function forget_pairs();

-- A plan that was made while the archive was small would read all of it for each batch of articles.
alter function count_pairs(article_entity[], int) set enable_seqscan = off;
