-- What finds the article that a page is, without reading texts: a hash of headline and text, and a sketch of the text
-- that alike texts have values of in common. Filled for the articles that are here by the migration 3.1.
alter table article add column content_key bigint;
alter table article add column sketch int[];

comment on column article.content_key is 'Hash of the folded headline and text; see ContentKey';
comment on column article.sketch is 'Smallest hashes of the text''s runs of words; see TextSketch';

create index article_content on article (content_key);

-- How large a revision's text is, so that a batch of the feed is bounded before any text is read.
alter table revision add column blocks_bytes integer not null
    generated always as (octet_length(blocks::text)) stored;
