-- Countries of which an article must speak before an alias means its entity, as codes with a blank between them. Phrases
-- such as "the occupation" have some; a name has none.
alter table entity_alias add column support text not null default '' check (support ~ '^([A-Z]{2}( [A-Z]{2})*)?$');
