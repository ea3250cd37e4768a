-- One row for each image. A deleted one stays as a row without words, so that its event, heard again, does not bring it back.
create table images (
    image_id      uuid        primary key,
    user_id       bigint      not null,
    chat_id       bigint      not null,
    generation_id uuid        not null,
    set_position  smallint    not null check (set_position between 1 and 4),
    avatar_id     uuid,
    avatar_name   text,
    prompt        text        not null,
    final_prompt  text        not null,
    ratio         text        not null check (ratio in ('SQUARE', 'PORTRAIT_9_16', 'LANDSCAPE_16_9', 'PORTRAIT_3_4', 'LANDSCAPE_4_3')),
    model         text        not null,
    seed          text        not null,
    media_key     text        not null,
    sha256        text        not null,
    content_type  text        not null,
    bytes         bigint      not null,
    width         int,
    height        int,
    created_at    timestamptz not null,
    favourite     boolean     not null default false,
    deleted_at    timestamptz,
    purged_at     timestamptz,
    check (purged_at is null or deleted_at is not null)
);

-- Browsing walks it and positions are counted in it, without touching the table.
create index images_newest on images (user_id, created_at desc, set_position desc, image_id desc) where deleted_at is null;

-- What avatars are called now; images keep what they were called then.
create table avatar_names (
    avatar_id uuid        primary key,
    user_id   bigint      not null,
    name      text        not null,
    named_at  timestamptz not null
);
