-- Comments of readers. A reply has a parent, which is none itself.
create table comment (
    id               uuid        primary key,
    article_id       uuid        not null references article (id) on delete cascade,
    parent_id        uuid        references comment (id) on delete cascade,
    author           text        not null,
    author_name      text        not null,
    text             text        not null,
    status           text        not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    created_at       timestamptz not null,
    moderated_at     timestamptz,
    moderated_by     text,
    rejection_reason text,
    check (parent_id <> id)
);

comment on column comment.author is 'Subject of the author''s token; never shown';
comment on column comment.author_name is 'The name that is shown';
comment on column comment.text is 'Plain text; empty once its author withdrew it';

create index comment_thread on comment (article_id, created_at, id)
    where parent_id is null and status in ('APPROVED', 'PENDING');
create index comment_replies on comment (parent_id, created_at, id)
    where parent_id is not null and status in ('APPROVED', 'PENDING');
create index comment_approved on comment (article_id, parent_id) where status = 'APPROVED';
create index comment_queue on comment (status, created_at, id);

-- Articles that take no comments any more.
create table comment_closing (
    article_id uuid        primary key references article (id) on delete cascade,
    closed_at  timestamptz not null,
    closed_by  text        not null
);

-- How many comments each author may still send: a bucket of tokens that fills with time. No row is a full bucket.
create table comment_rate (
    author      text             primary key,
    tokens      double precision not null,
    refilled_at timestamptz      not null
);

create index comment_rate_age on comment_rate (refilled_at);
