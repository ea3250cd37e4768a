-- Consumers that operators have paused, in all instances of the service.
create table paused_consumer (
    consumer text        primary key,
    operator text        not null,
    reason   text        not null,
    since    timestamptz not null default now()
);
