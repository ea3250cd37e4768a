-- The last that operators wanted of a consumer's brake, and why. What instances say they do is in seen_instance.
create table brake_order (
	consumer text primary key,      -- gallery/generation.events
	paused   boolean     not null,  -- whether it is to be paused
	operator text        not null,
	reason   text,                  -- why it was paused
	asked_at timestamptz not null
);
