-- What came of a walk, summed up once after its end; null again when a late outcome changes it.
alter table replay_pass add column sums jsonb;

-- Pages of the list, newest first: with retries and without.
drop index replay_newest;
create index replay_newest on replay (planned_at desc, id desc);
create index replay_newest_by_people on replay (planned_at desc, id desc) where not straight;
