-- Which articles came to mention which entities, in the order of their commits: whoever writes here holds the lock on the
-- feed's cursor until it has committed. Followers read on from the last id that they have seen; old rows are taken away.
create table mention_event (
    id bigint generated always as identity primary key,
    article_id uuid not null,
    entity_id uuid not null,
    mention_count int not null,
    salience double precision not null
);
