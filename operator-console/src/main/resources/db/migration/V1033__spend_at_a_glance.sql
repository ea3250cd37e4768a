-- Holds that are open are few among all that ever were, and asked for every few seconds.
create index spent_hold_open on spent_hold (held) where settled_at is null and held_at is not null;
create index spent_hold_since on spent_hold (held_at);
