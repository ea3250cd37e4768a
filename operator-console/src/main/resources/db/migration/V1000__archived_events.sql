-- Every record of every live topic, kept for longer than the broker keeps it. One partition a day, made by
-- the console ahead of need and dropped whole when the day is too old.
create table archived_event (
    day             date        not null,   -- UTC day of recorded_at
    topic           text        not null,
    topic_partition int         not null,
    topic_offset    bigint      not null,
    recorded_at     timestamptz not null,   -- Kafka's timestamp
    event_id        text,
    event_type      text,
    source          text,
    record_key      text,
    key_bytes       bytea,                  -- the key where its text does not say it exactly
    correlation_id  text,
    causation_id    text,
    event_time      timestamptz,
    headers         jsonb       not null,   -- all of them, as text
    value           bytea,                  -- as it was
    body            jsonb,                  -- the value where it is JSON that the database can keep
    words           tsvector,               -- words and numbers of the body, made by the console
    fingerprint     bigint      not null default 0,   -- of the event id, else of the value
    -- The place comes first, so that a record is found by it without its day. Another record at the same place
    -- stands there because the topic was made anew.
    primary key (topic, topic_partition, topic_offset, day, fingerprint)
) partition by range (day);

-- Pages are read newest first: (day, recorded_at) lets the newest day answer alone.
create index archived_event_newest on archived_event (day, recorded_at);
create index archived_event_by_type on archived_event (event_type, day, recorded_at);
create index archived_event_by_key on archived_event (record_key, day, recorded_at);
create index archived_event_by_correlation on archived_event (correlation_id);
create index archived_event_by_event on archived_event (event_id);
create index archived_event_by_word on archived_event using gin (words);
