-- What sources call articles, such as the uri of a ninjs item: by that name they cancel them.
create table source_name (
    name       text primary key check (octet_length(name) <= 2000),
    article_id uuid not null references article (id) on delete cascade
);

create index source_name_article on source_name (article_id);

comment on table source_name is 'URIs that are no addresses; an article that is imported again under another name has both';
