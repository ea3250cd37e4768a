-- How far each chat, and chat 0 for all of them together, has used what Telegram allows: one pace for every instance,
-- by the one clock they share. A restart forgets none of it.
create table pace (
    chat_id     bigint      primary key,
    paid_until  timestamptz not null default '-infinity',
    peace_until timestamptz not null default '-infinity',
    refused_at  timestamptz not null default '-infinity'
) with (fillfactor = 50);
insert into pace (chat_id) values (0);

-- Takes a turn of the chat and one of all chats, or neither. A turn costs a step of time; a burst of turns may be used
-- ahead of their time, and whoever may book further ahead is told how long to wait for what they were given. Who gets
-- none is told by whom, and for how long.
-- Chat 0 takes only a turn of all chats.
create function take_turn(chat bigint, chat_step interval, chat_burst int, step interval, burst int, ahead interval,
                          out granted boolean, out by_chat boolean, out missing interval) language plpgsql as $$
declare
    paid_by_chat timestamptz;
    paid_by_all  timestamptz;
    at           timestamptz;
begin
    granted := false;
    by_chat := false;
    -- A crash of the database may forget the last moments: nobody waits for the disk.
    perform set_config('synchronous_commit', 'off', true);
    if chat <> 0 then
        insert into pace (chat_id) values (chat) on conflict do nothing;
        select paid_until into paid_by_chat from pace where chat_id = chat for update;
        at := clock_timestamp();
        missing := greatest(paid_by_chat, at) + chat_step - at - chat_burst * chat_step;
        if missing > interval '0' then
            by_chat := true;
            return;
        end if;
    end if;
    select paid_until into paid_by_all from pace where chat_id = 0 for update;
    at := clock_timestamp();
    missing := greatest(paid_by_all, at) + step - at - burst * step;
    if missing > ahead then
        missing := missing - ahead;
        return;
    end if;
    update pace set paid_until = greatest(paid_by_all, at) + step where chat_id = 0;
    if chat <> 0 then
        update pace set paid_until = greatest(paid_by_chat, at) + chat_step where chat_id = chat;
    end if;
    missing := greatest(missing, interval '0');
    granted := true;
end $$;

-- Answers go before notices, notices before broadcasts.
alter table delivery add column urgency smallint not null default 0 check (urgency between 0 and 2);
