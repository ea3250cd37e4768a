-- The newest that every instance of a service has said about itself.
create table seen_instance (
	service    text        not null,
	instance   text        not null,
	started_at timestamptz not null,
	seen_at    timestamptz not null,
	report     jsonb       not null,
	primary key (service, instance)
);

-- Figures over time: of each measure one value per thing and slot. Slots of ten seconds become slots of a minute
-- when they are old; how they are put together is the measure's own affair.
create table sample (
	measure text        not null,
	about   text        not null,
	seconds int         not null, -- width of the slot
	at      timestamptz not null, -- begin of the slot
	value   bigint      not null,
	primary key (measure, about, seconds, at)
);

create index sample_at on sample (at);

-- What became of credits, read from the archive: one row per hold, that is per job that costs.
create table spent_hold (
	hold_id    text primary key,
	chat_id    bigint not null,
	purpose    text,           -- unknown while the request is not archived
	held       int,
	held_at    timestamptz,
	captured   int,
	settled_at timestamptz     -- captured or released
);

create index spent_hold_settled on spent_hold (settled_at);

-- Up to where the archive was read for it.
create table spent_place (
	topic       text   not null,
	part        int    not null,
	last_offset bigint not null,
	primary key (topic, part)
);
