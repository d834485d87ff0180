-- Whether an article's source keeps it back: then its source's word gives it to readers. Drafts that imports alone have
-- written were kept back so; one under embargo that was canceled has a revision that says so. A draft that was canceled has
-- none, so that it counts as kept back.
alter table article
    add column withheld boolean not null default false;

update article set withheld = true
where status = 'DRAFT' and not exists (select from revision where article_id = article.id and move <> 'IMPORT');

comment on column article.withheld is 'By the last word of its source, and the newsroom has said nothing since';

-- What a source tells of all its corrections.
alter table revision
    add column corrections jsonb;

comment on column revision.corrections is
    'Corrections that its source tells, the oldest first and that of public_note last; null when that one is all';
