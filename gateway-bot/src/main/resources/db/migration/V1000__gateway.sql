create table person (
    user_id       bigint      primary key,
    chat_id       bigint      not null unique,
    first_name    text        not null,
    locale        text        not null check (locale in ('en', 'ru')),
    time_zone     text        not null,
    blocked       boolean     not null default false,
    registered_at timestamptz not null default now()
);

-- Every update as it came, before Telegram is told that we have it.
create table telegram_update (
    bot_id      bigint      not null,
    update_id   bigint      not null,
    chat_id     bigint,
    album       text,
    body        text        not null,
    status      text        not null check (status in ('received', 'done', 'ignored', 'failed')),
    note        text,
    received_at timestamptz not null default now(),
    settled_at  timestamptz,
    primary key (bot_id, update_id)
);
create index telegram_update_waiting on telegram_update (chat_id, update_id) where status = 'received';
create index telegram_update_newest on telegram_update (bot_id, received_at);

create table expectation (
    chat_id bigint      primary key,
    name    text        not null,
    accepts text        not null,
    until   timestamptz not null
);

-- Replies in the order in which their chat shall see them.
create table delivery (
    seq            bigint generated always as identity primary key,
    event_id       text        not null unique,
    chat_id        bigint      not null,
    hurried        boolean     not null,
    type           text        not null,
    reply          bytea       not null,
    card           text,
    progress       boolean     not null,
    correlation_id text        not null,
    status         text        not null default 'waiting'
                               check (status in ('waiting', 'done', 'skipped', 'dropped', 'failed')),
    step           int         not null default 0,
    attempts       int         not null default 0,
    claimed_by     uuid,
    claimed_until  timestamptz,
    note           text,
    created_at     timestamptz not null default now(),
    settled_at     timestamptz
);
create index delivery_waiting on delivery (chat_id, hurried, seq) where status = 'waiting';

-- Which message shows which card; the newest message of a card is the one that is updated.
create table card_message (
    chat_id    bigint not null,
    message_id bigint not null,
    card       text   not null,
    kind       text   not null check (kind in ('TEXT', 'PHOTO')),
    picture    text,
    primary key (chat_id, message_id)
);
create index card_message_newest on card_message (chat_id, card, message_id desc);

create table media_file_id (
    sha256  text not null,
    kind    text not null check (kind in ('PHOTO', 'DOCUMENT')),
    file_id text not null,
    primary key (sha256, kind)
);
