-- The newsroom's workflow: what is known of an article where it stands, and what made each revision. Articles that are
-- here already were imported.
alter table article
    add column embargo_until     timestamptz,
    add column correction_note   text,
    add column withdrawal_reason text,
    add column history_from      integer not null default 1 check (history_from >= 1);

comment on column article.embargo_until is 'When a scheduled article is published by itself';
comment on column article.correction_note is 'What the last correction of a corrected article tells readers';
comment on column article.history_from is 'First version that readers may see: the one after the last withdrawal';

-- The next embargo that ends, among a few that are scheduled.
create index article_embargo on article (embargo_until, id) where status = 'SCHEDULED';

alter table revision
    add column move              text not null default 'IMPORT',
    add column note              text,
    add column public_note       text,
    add column embargo_until     timestamptz,
    add column withdrawal_reason text;

comment on column revision.move is 'What made the revision; see MoveKind';
comment on column revision.note is 'What its author tells colleagues';
comment on column revision.public_note is 'What a correction tells readers';

create index revision_correction on revision (article_id, version) where public_note is not null;
