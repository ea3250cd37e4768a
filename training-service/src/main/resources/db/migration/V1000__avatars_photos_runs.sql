create table avatar (
    id             uuid        primary key,
    chat_id        bigint      not null,
    user_id        bigint      not null,
    gender         text        check (gender in ('MALE', 'FEMALE', 'OTHER')),
    name           text,
    status         text        not null check (status in ('DRAFT', 'TRAINING', 'READY', 'NOT_TRAINED', 'DISCARDED')),
    main           boolean     not null,
    trigger_phrase text,
    model          text,
    profile        text,
    run_id         uuid,
    created_at     timestamptz not null,
    version        bigint      not null,
    check (status in ('DRAFT', 'DISCARDED') or (gender is not null and name is not null)),
    check (status <> 'READY' or (trigger_phrase is not null and model is not null and profile is not null)),
    check (not main or status = 'READY')
);

create unique index one_draft_a_person on avatar (user_id) where status = 'DRAFT';
create unique index one_main_avatar_a_person on avatar (user_id) where main;
create index avatars_of_a_person on avatar (user_id, created_at);

create table photo (
    id           uuid        primary key,
    avatar_id    uuid        not null references avatar,
    batch_id     uuid        not null,
    sitting_id   uuid        not null,
    position     int         not null,
    received_at  timestamptz not null,
    status       text        not null check (status in ('RECEIVED', 'ACCEPTED', 'REFUSED')),
    file_name    text,
    original     text,
    sha256       text,
    normalised   text,
    number       int,
    fault        text,
    duplicate_of int,
    width        int,
    height       int,
    version      bigint      not null,
    check (status <> 'ACCEPTED' or (normalised is not null and number is not null)),
    check (status <> 'REFUSED' or fault is not null)
);

create unique index photo_numbers on photo (avatar_id, number);
create index photos_of_a_sitting on photo (sitting_id, position);
create index photos_of_a_batch on photo (batch_id, position);

create table training_run (
    id                  uuid        primary key,
    avatar_id           uuid        not null references avatar,
    chat_id             bigint      not null,
    user_id             bigint      not null,
    locale              text        not null,
    time_zone           text        not null,
    price               int         not null check (price > 0),
    profile             text        not null,
    steps               int         not null check (steps > 0),
    trigger_phrase      text        not null,
    correlation_id      text        not null,
    traceparent         text        not null,
    status              text        not null check (status in ('REQUESTED', 'DECLINED', 'HELD', 'SUBMITTING', 'SUBMITTED',
                                    'UNKNOWN', 'COMPLETED', 'FAILED', 'CANCELLED', 'EXPIRED')),
    requested_at        timestamptz not null,
    held_at             timestamptz,
    deadline            timestamptz,
    provider_request_id text,
    status_url          text,
    response_url        text,
    cancel_url          text,
    ended_at            timestamptz,
    model               text,
    reason              text,
    detail              text,
    stage               text,
    polls               int         not null,
    misses              int         not null,
    version             bigint      not null
);

create unique index one_run_under_way_an_avatar on training_run (avatar_id)
    where status in ('REQUESTED', 'HELD', 'SUBMITTING', 'SUBMITTED', 'UNKNOWN');

create table balance (
    user_id   bigint primary key,
    available int    not null,
    held      int    not null,
    revision  bigint not null
);
