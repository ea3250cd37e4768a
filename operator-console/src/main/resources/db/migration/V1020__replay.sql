-- A replay: records chosen by an operator, frozen, that one consumer (or one service) is to meet again.
create table replay (
    id            uuid        primary key,
    service       text        not null,
    topic         text,                      -- null: every topic the service hears
    mode          text        not null check (mode in ('REDELIVER', 'REBUILD')),
    state         text        not null check (state in ('PLANNED', 'PREVIEWING', 'PREVIEWED', 'AWAITING_APPROVAL',
                                  'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED', 'STOPPED')),
    selection     text        not null,      -- what was asked for; the same text is the same selection
    items         bigint      not null check (items > 0),
    reason        text        not null,
    forced        boolean     not null,
    straight      boolean     not null,      -- goes on by itself: a retry
    planned_by    text        not null,
    planned_at    timestamptz not null,
    asked_by      text,
    run_reason    text,
    approval_why  text,
    judged_by     text,
    words         text,                      -- why it stopped, was rejected, or who paused it
    rate          int         not null check (rate > 0),
    stop_percent  int         not null check (stop_percent between 0 and 100),
    pass          int         not null default 0,
    changed_at    timestamptz not null,
    runner        text,                      -- the instance that drives it, while its lease lasts
    lease_until   timestamptz
);

create index replay_newest on replay (planned_at desc);
create index replay_driven on replay (state) where state in ('PREVIEWING', 'RUNNING');

-- Exactly these, in this order. Records that come from elsewhere than the archive bring their own bytes.
create table replay_item (
    replay_id       uuid   not null references replay on delete cascade deferrable initially deferred,
    item            bigint not null,
    day             date,
    topic           text   not null,
    topic_partition int    not null,
    topic_offset    bigint not null,
    event_type      text,
    record_key      text,
    own_headers     jsonb,
    own_key         bytea,
    own_value       bytea,
    primary key (replay_id, item)
);

-- One walk through the items: a preview, or the run.
create table replay_pass (
    replay_id  uuid        not null references replay on delete cascade,
    pass       int         not null,
    kind       text        not null check (kind in ('PREVIEW', 'RUN')),
    started_at timestamptz not null,
    ended_at   timestamptz,
    sent_to    bigint      not null default 0,   -- every item up to here is on the broker
    answered   bigint      not null default 0,   -- has an outcome, or is given up as unanswered
    failed     bigint      not null default 0,
    primary key (replay_id, pass)
);

-- What was sent together and when, so that silence is noticed.
create table replay_chunk (
    replay_id uuid        not null references replay on delete cascade,
    pass      int         not null,
    attempt   int         not null,
    from_item bigint      not null,
    to_item   bigint      not null,
    sent_at   timestamptz not null,
    chased    boolean     not null default false,
    primary key (replay_id, pass, attempt, from_item)
);

create index replay_chunk_unchased on replay_chunk (replay_id, pass, sent_at) where not chased;

create table replay_outcome (
    replay_id   uuid        not null references replay on delete cascade,
    pass        int         not null,
    item        bigint      not null,
    attempt     int         not null,
    result      text        not null,
    at          timestamptz not null,
    cause       text,
    message     text,
    fingerprint text,
    effects     jsonb,                           -- null: none
    primary key (replay_id, pass, item)
);

create index replay_outcome_by_result on replay_outcome (replay_id, pass, result, item);

-- How a pass went, for its picture.
create table replay_moment (
    replay_id uuid        not null references replay on delete cascade,
    pass      int         not null,
    at        timestamptz not null,
    sent      bigint      not null,
    answered  bigint      not null,
    failed    bigint      not null,
    lag       bigint,                            -- null: not known
    doing     text        not null,
    primary key (replay_id, pass, at)
);
