-- Two events can stand at one place of a topic that was made anew on the same day: the event is frozen, not the place.
-- Null: from before, or with bytes of its own.
alter table replay_item add column fingerprint bigint;
