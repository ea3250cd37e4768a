-- Parked records of consumers where later ones of the key wait behind them; those that wait stand here as well. Place is
-- topic-partition@offset, where the record stood first.
create table parked_key (
    consumer        text        not null,
    record_key      text        not null,
    place           text        not null,
    topic_partition int         not null,
    topic_offset    bigint      not null,
    since           timestamptz not null default now(),
    primary key (consumer, place)
);

create index parked_keys_in_order on parked_key (consumer, record_key, topic_partition, topic_offset);
