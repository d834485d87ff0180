-- Which entities' names were changed, whoever changed them, so that every replica's dictionary can follow. A transaction that
-- commits late has an old id: readers take what is below the oldest transaction still running, and go on from there. Old rows
-- are taken away.
create table catalogue_change (
    id bigint generated always as identity primary key,
    entity_id uuid not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    changed_at timestamptz not null default now()
);
create index catalogue_change_transaction on catalogue_change (transaction_id);
create index catalogue_change_age on catalogue_change (changed_at);

create function note_alias_change() returns trigger language plpgsql as $$
begin
    insert into catalogue_change (entity_id) select distinct entity_id from changed;
    return null;
end $$;

create function note_moved_alias() returns trigger language plpgsql as $$
begin
    insert into catalogue_change (entity_id) select entity_id from changed union select entity_id from earlier;
    return null;
end $$;

create function note_entity_change() returns trigger language plpgsql as $$
begin
    insert into catalogue_change (entity_id) select id from changed;
    return null;
end $$;

create trigger alias_added after insert on entity_alias
    referencing new table as changed for each statement execute function note_alias_change();
create trigger alias_taken_away after delete on entity_alias
    referencing old table as changed for each statement execute function note_alias_change();
create trigger alias_changed after update on entity_alias
    referencing old table as earlier new table as changed for each statement execute function note_moved_alias();
create trigger entity_changed after update on entity
    referencing new table as changed for each statement execute function note_entity_change();
