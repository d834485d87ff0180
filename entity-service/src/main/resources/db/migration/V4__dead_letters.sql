-- Events that are set aside wait for another try. Attempts count the failures by an event's own content, interruptions those
-- by something around it.
alter table feed_failure drop constraint feed_failure_attempts_check;
alter table feed_failure add constraint feed_failure_attempts_check check (attempts >= 0);
alter table feed_failure add column interruptions int not null default 0 check (interruptions >= 0);
alter table feed_failure add column next_try_at timestamptz;
update feed_failure set next_try_at = now() where skipped;
alter table feed_failure add constraint feed_failure_next_try check (not skipped or next_try_at is not null);
drop index feed_failure_skipped;
create index feed_failure_due on feed_failure (feed, next_try_at) where skipped;
create index feed_failure_subject on feed_failure (feed, subject);
