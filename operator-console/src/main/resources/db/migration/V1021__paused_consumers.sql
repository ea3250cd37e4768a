-- Live consumers that are paused, as each instance said last: a replay does not wait for what they leave unread.
create table replay_paused_consumers (
    service   text        not null,
    instance  text        not null,
    consumers jsonb       not null,
    heard_at  timestamptz not null,
    primary key (service, instance)
);
