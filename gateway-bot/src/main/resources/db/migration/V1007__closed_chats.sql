-- Chats in which Telegram lets the bot say nothing: a person who has blocked it, a group it was thrown out of.
-- person.blocked stays for instances of the version before and is read by nobody else.
create table closed_chat (
    chat_id bigint      primary key,
    since   timestamptz not null
);
insert into closed_chat (chat_id, since) select chat_id, now() from person where blocked;
