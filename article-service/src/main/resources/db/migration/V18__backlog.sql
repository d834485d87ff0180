-- Articles of imports in bulk that the search index and the stories have not taken in yet: a row for each time that one was
-- written so. An article may wait twice; to take it in twice does no harm. Refers to article without a constraint, for each
-- check would lock the article's row once more.
create table article_backlog (
    id         bigint      generated always as identity primary key,
    article_id uuid        not null,
    written_at timestamptz not null default now(),
    due_at     timestamptz not null default now(),
    failures   integer     not null default 0
);

comment on column article_backlog.due_at is 'When its turn may come: later than it was written once it has failed';

create index article_backlog_due on article_backlog (due_at, id);
create index article_backlog_failed on article_backlog (id) where failures > 0;
