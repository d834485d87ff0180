-- Why an article could not be taken in when that was last tried, for whoever looks into it.
alter table article_backlog add column reason text;

comment on column article_backlog.reason is 'Of the last failure; null while there was none';
