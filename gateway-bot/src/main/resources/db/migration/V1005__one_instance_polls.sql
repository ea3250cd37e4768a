-- Which instance asks Telegram for updates. The term rises with every new holder: who finds another one than it
-- remembers forgets where it stood.
create table poll_lease (
    bot_id     bigint      primary key,
    held_by    uuid        not null,
    held_until timestamptz not null,
    term       bigint      not null
);
