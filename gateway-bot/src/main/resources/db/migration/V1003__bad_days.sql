-- Which update a reply answers, so that one that comes late is known to be late.
alter table telegram_update add column correlation_id text;
create index telegram_update_of_correlation on telegram_update (correlation_id) where correlation_id is not null;
drop index telegram_update_newest;

-- A chat that waits for nothing still remembers since when.
alter table expectation alter column name drop not null;
alter table expectation alter column accepts drop not null;
alter table expectation alter column until drop not null;
alter table expectation add column cleared_at timestamptz;

-- Who works for what waits in a chat: its files are fetched by one instance.
create table chat_claim (
    bot_id        bigint      not null,
    chat_id       bigint      not null,
    claimed_by    uuid        not null,
    claimed_until timestamptz not null,
    primary key (bot_id, chat_id)
);

-- Since when calls for this very reply go unanswered.
alter table delivery add column troubled_since timestamptz;

-- What retention looks for.
create index telegram_update_settled on telegram_update (settled_at) where settled_at is not null;
create index delivery_settled on delivery (settled_at) where settled_at is not null;
