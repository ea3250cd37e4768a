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

-- Browsing walks it.
create index images_newest on images (user_id, created_at desc, set_position desc, image_id desc) where deleted_at is null;

-- What avatars are called now; images keep what they were called then.
create table avatar_names (
    avatar_id uuid        primary key,
    user_id   bigint      not null,
    name      text        not null,
    named_at  timestamptz not null
);

-- How many images a person is shown of each day (UTC), kept by the database itself whatever changes an image. "3 of
-- 100,000" is then a sum over days and a count within one, instead of a count over all of them at each press.
create table shelves (
    user_id bigint not null,
    day     date   not null,
    shown   bigint not null,
    primary key (user_id, day)
);

create function count_added() returns trigger language plpgsql as $$
begin
    insert into shelves (user_id, day, shown)
    select user_id, (created_at at time zone 'UTC')::date, count(*)
    from after where deleted_at is null group by 1, 2
    on conflict (user_id, day) do update set shown = shelves.shown + excluded.shown;
    return null;
end $$;

create function count_changed() returns trigger language plpgsql as $$
begin
    insert into shelves (user_id, day, shown)
    select user_id, (created_at at time zone 'UTC')::date, sum(change)
    from (select user_id, created_at, 1 as change from after where deleted_at is null
          union all
          select user_id, created_at, -1 from before where deleted_at is null) changes
    group by 1, 2 having sum(change) <> 0
    on conflict (user_id, day) do update set shown = shelves.shown + excluded.shown;
    return null;
end $$;

create function count_removed() returns trigger language plpgsql as $$
begin
    insert into shelves (user_id, day, shown)
    select user_id, (created_at at time zone 'UTC')::date, -count(*)
    from before where deleted_at is null group by 1, 2
    on conflict (user_id, day) do update set shown = shelves.shown + excluded.shown;
    return null;
end $$;

create trigger images_added after insert on images
    referencing new table as after for each statement execute function count_added();
create trigger images_changed after update on images
    referencing old table as before new table as after for each statement execute function count_changed();
create trigger images_removed after delete on images
    referencing old table as before for each statement execute function count_removed();
