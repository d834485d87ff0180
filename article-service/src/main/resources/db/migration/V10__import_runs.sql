-- How far imports with a key have come, so that a client can go on where one broke off. Written in the transaction of
-- each batch.
create table import_run (
    author         text         not null,
    key            text         not null,
    attempt        integer      not null,
    started_at     timestamptz  not null,
    updated_at     timestamptz  not null,
    finished_at    timestamptz,
    last_position  bigint       not null default 0,
    created        bigint       not null default 0,
    revised        bigint       not null default 0,
    unchanged      bigint       not null default 0,
    failed         bigint       not null default 0,
    primary key (author, key)
);

comment on column import_run.attempt is 'Counts the requests with the key; only the last of them may write';
comment on column import_run.last_position is 'The line or part up to which all is committed';

create index import_run_age on import_run (updated_at);

create table import_failure (
    author    text     not null,
    key       text     not null,
    place     bigint   not null,
    number    bigint   not null,
    code      text     not null,
    message   text     not null,
    path      text,
    primary key (author, key, place, number),
    foreign key (author, key) references import_run (author, key) on delete cascade
);

comment on column import_failure.place is 'The line or part of the item';
comment on column import_failure.number is 'Which result of its request it was';
