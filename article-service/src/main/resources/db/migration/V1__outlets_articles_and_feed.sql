-- Outlets: who publishes, in which time zone, under which names.
create table outlet (
    id         uuid primary key,
    code       text        not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    country    char(2),
    time_zone  text        not null,
    languages  text[]      not null,
    names      jsonb       not null,
    variants   text[]      not null default '{}',
    hosts      text[]      not null default '{}'
);

comment on column outlet.names is 'Display names: [{"language": "ar", "text": "..."}, ...]';
comment on column outlet.variants is 'Further spellings that bylines use';
comment on column outlet.hosts is 'Host names of its pages, without www.';

-- Articles: the newest state, without the text, which lives in the revision of the same version.
create table article (
    id                    uuid primary key,
    outlet_id             uuid         not null references outlet (id),
    url                   text,
    url_key               text,
    headline              text         not null,
    headline_key          text         not null,
    language              text         not null,
    kind                  text         not null,
    status                text         not null,
    byline                text,
    credit                text,
    published_at          timestamptz  not null,
    published_at_stated   boolean      not null,
    created_at            timestamptz  not null,
    updated_at            timestamptz  not null,
    version               integer      not null check (version >= 1)
);

create unique index article_url_key on article (url_key) where url_key is not null;
create index article_newest on article (published_at desc, id desc);
create index article_outlet_newest on article (outlet_id, published_at desc, id desc);
create index article_language_newest on article (language, published_at desc, id desc);
create index article_outlet_headline on article (outlet_id, headline_key);

-- Revisions: every state that an article has had, whole.
create table revision (
    article_id            uuid         not null references article (id),
    version               integer      not null check (version >= 1),
    outlet_id             uuid         not null references outlet (id),
    url                   text,
    headline              text         not null,
    language              text         not null,
    kind                  text         not null,
    status                text         not null,
    byline                text,
    credit                text,
    published_at          timestamptz  not null,
    blocks                jsonb        not null,
    author                text         not null,
    created_at            timestamptz  not null,
    primary key (article_id, version)
);

-- The change feed. Its ids are taken from feed_head, whose one row stays locked until the writer commits: ids are
-- gap-free and ascend in commit order.
create table feed_head (
    only_row   boolean primary key default true check (only_row),
    last_id    bigint  not null
);

insert into feed_head (last_id) values (0);

create table feed_event (
    id         bigint       primary key,
    type       text         not null,
    article_id uuid         not null,
    version    integer      not null,
    time       timestamptz  not null,
    foreign key (article_id, version) references revision (article_id, version)
);
