-- A topic that is made anew begins with offset 0 again: what was recorded up to "since" belongs to the old one.
alter table spent_place add column last_at timestamptz; -- the latest time of a record that was read
alter table spent_place add column since timestamptz not null default '0001-01-01 00:00:00+00';
