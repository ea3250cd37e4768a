-- One row for each record that a consumer could not handle, however often it was parked.
create table parked_record (
    id              bigint      generated always as identity primary key,
    consumer        text        not null,               -- gallery/generation.events
    topic           text        not null,               -- where the original stands; without our headers its place on the parked topic
    topic_partition int         not null,
    topic_offset    bigint      not null,
    from_headers    boolean     not null,               -- whether it said itself where it came from
    record_key      text,                               -- the key as text; the bytes as they were in key_bytes
    key_bytes       bytea,
    value           bytea,
    words           text        not null,               -- the value as text, for searching; its beginning only
    headers         text        not null,               -- JSON; as text, because jsonb refuses a zero character
    event_id        text,
    event_type      text,
    correlation_id  text,
    status          text        not null,
    waits           boolean     not null,               -- parked only because an earlier one of its key is
    cause           text        not null,
    message         text        not null,
    fingerprint     text        not null,
    attempts        int         not null default 0,
    first_parked_at timestamptz not null,
    last_parked_at  timestamptz not null,
    settled_at      timestamptz,
    settled_by      uuid,                               -- the replay that handled it
    unique (consumer, topic, topic_partition, topic_offset)
);

create index parked_record_by_group on parked_record (consumer, fingerprint, id);
create index parked_record_by_key on parked_record (consumer, record_key) where status in ('OPEN', 'RETRYING');
create index parked_record_by_status on parked_record (status, last_parked_at);
create index parked_record_by_place on parked_record (topic, topic_partition, topic_offset);

-- Each time it failed: parked by its consumer, or told by a replay.
create table parked_attempt (
    id               bigint      generated always as identity primary key,
    parked_id        bigint      not null references parked_record,
    happened_at      timestamptz not null,
    cause            text        not null,
    message          text        not null,
    fingerprint      text        not null,
    stack_trace      text        not null,
    parked_topic     text,                              -- where it was parked; absent when a replay told
    parked_partition int,
    parked_offset    bigint,
    replay_id        uuid,
    replay_item      bigint,
    unique (parked_topic, parked_partition, parked_offset)
);

create index parked_attempt_by_record on parked_attempt (parked_id, id);
create index parked_attempt_by_time on parked_attempt (happened_at);

-- Somebody wants records to be met again: one, a group in batches, an edited one, those that waited.
create table parked_retry (
    id          bigint      generated always as identity primary key,
    consumer    text        not null,
    fingerprint text,                                   -- the group; absent when records were chosen by hand
    kind        text        not null,
    operator    text        not null,
    reason      text        not null,
    state       text        not null,
    words       text,                                   -- why it ended as it did
    started_at  timestamptz not null,
    ended_at    timestamptz
);

create index parked_retry_by_group on parked_retry (consumer, fingerprint, id);

create table parked_batch (
    retry_id   bigint      not null references parked_retry,
    number     int         not null,
    replay_id  uuid        not null unique,
    size       int         not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (retry_id, number)
);

create table parked_retry_item (
    retry_id  bigint not null references parked_retry,
    item      bigint not null,                          -- its turn in the retry, from 1
    parked_id bigint not null references parked_record,
    batch     int,                                      -- absent until it is sent
    batch_item bigint,                                  -- its number in the batch's replay
    status    text   not null,
    primary key (retry_id, item)
);

-- A second click finds the first one's rows here, and adds none.
create unique index parked_retry_item_once on parked_retry_item (parked_id) where status in ('WAITING', 'SENT');
create index parked_retry_item_by_batch on parked_retry_item (retry_id, batch, batch_item);

-- What an operator changed before it was sent as a new event; the original stays as it was.
create table parked_edit (
    retry_id    bigint primary key references parked_retry,
    parked_id   bigint not null references parked_record,
    event_id    text   not null,
    body_before text   not null,
    body_after  text   not null,
    headers     text   not null
);

-- What operators did to a record, in order.
create table parked_action (
    id          bigint      generated always as identity primary key,
    parked_id   bigint      not null references parked_record,
    happened_at timestamptz not null,
    operator    text        not null,
    what        text        not null,
    reason      text        not null,
    retry_id    bigint
);

create index parked_action_by_record on parked_action (parked_id, id);
