-- Keys of which a record is parked, where later ones of the key wait behind it; place is topic-partition@offset.
create table parked_key (
    consumer   text        not null,
    record_key text        not null,
    place      text        not null,
    since      timestamptz not null default now(),
    primary key (consumer, record_key)
);
