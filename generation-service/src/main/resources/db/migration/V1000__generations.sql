-- Avatars as training tells of them. One that was deleted stays as a mark, so that a late event does not bring it back.
create table avatars (
    avatar_id    uuid primary key,
    user_id      bigint not null,
    status       text   not null check (status in ('TRAINING', 'READY', 'DELETED')),
    name         text,
    named_at     timestamptz,
    gender       text check (gender in ('MALE', 'FEMALE', 'OTHER')),
    trigger_word text,
    profile      text,
    model_key    text,
    model_sha256 text,
    model_type   text,
    model_bytes  bigint,
    ready_at     timestamptz,
    check (status <> 'READY' or (name is not null and gender is not null and trigger_word is not null
        and profile is not null and model_key is not null and model_sha256 is not null and model_type is not null
        and model_bytes is not null and ready_at is not null))
);

create index avatars_of_user on avatars (user_id);

create table main_avatars (
    user_id   bigint primary key,
    avatar_id uuid        not null,
    chosen_at timestamptz not null
);

create table balance (
    user_id   bigint primary key,
    available int    not null check (available >= 0),
    held      int    not null check (held >= 0),
    revision  bigint not null
);

create table drafts (
    id         uuid primary key,
    chat_id    bigint      not null,
    user_id    bigint      not null,
    avatar_id  uuid        not null,
    words      text        not null,
    ratio      text        not null check (ratio in ('SQUARE', 'PORTRAIT_9_16', 'LANDSCAPE_16_9', 'PORTRAIT_3_4',
        'LANDSCAPE_4_3')),
    pictures   int         not null check (pictures between 1 and 4),
    written_at timestamptz not null
);

create index drafts_of_user on drafts (user_id, written_at);

create table generations (
    id                  uuid primary key,
    version             bigint      not null,
    status              text        not null check (status in ('REQUESTED', 'HELD', 'SUBMITTING', 'SUBMITTED', 'UNKNOWN',
        'COMPLETED', 'FAILED', 'CANCELLED', 'EXPIRED')),
    chat_id             bigint      not null,
    user_id             bigint      not null,
    language            text        not null,
    avatar_id           uuid        not null,
    avatar_name         text        not null,
    profile             text        not null,
    endpoint            text        not null,
    words               text        not null,
    final_prompt        text        not null,
    ratio               text        not null check (ratio in ('SQUARE', 'PORTRAIT_9_16', 'LANDSCAPE_16_9',
        'PORTRAIT_3_4', 'LANDSCAPE_4_3')),
    pictures            int         not null check (pictures between 1 and 4),
    credits_per_picture int         not null check (credits_per_picture >= 1),
    repeats             uuid,
    correlation_id      text        not null,
    traceparent         text        not null,
    requested_at        timestamptz not null,
    deadline            timestamptz not null,
    request_id          text,
    status_url          text,
    response_url        text,
    cancel_url          text,
    stage               text check (stage in ('QUEUED', 'DRAWING')),
    queue_position      int,
    polls               int         not null default 0,
    shown_at            timestamptz,
    reason              text,
    seed                text,
    ended_at            timestamptz,
    check (status <> 'SUBMITTED' or (request_id is not null and status_url is not null and response_url is not null
        and cancel_url is not null and stage is not null and shown_at is not null)),
    check (status <> 'FAILED' or reason is not null),
    check (status <> 'COMPLETED' or seed is not null),
    check ((ended_at is not null) = (status in ('COMPLETED', 'FAILED', 'CANCELLED', 'EXPIRED')))
);

create index generations_under_way on generations (user_id)
    where status in ('REQUESTED', 'HELD', 'SUBMITTING', 'SUBMITTED', 'UNKNOWN');

create table generation_images (
    generation_id uuid   not null references generations,
    n             int    not null,
    image_id      uuid   not null unique,
    file_key      text   not null,
    sha256        text   not null,
    content_type  text   not null,
    bytes         bigint not null,
    width         int    not null,
    height        int    not null,
    primary key (generation_id, n)
);

-- Model files that lie in the provider's storage, for as long as they were promised to lie there.
create table uploaded_models (
    avatar_id    uuid primary key,
    sha256       text        not null,
    url          text        not null,
    expires_at   timestamptz not null
);
