create table inbox (
    consumer    text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create table outbox (
    seq        bigint generated always as identity primary key,
    shard      smallint    not null,
    topic      text        not null,
    record_key text        not null,
    headers    text        not null,
    value      bytea       not null,
    created_at timestamptz not null default now()
);

create index outbox_by_shard on outbox (shard, seq);
