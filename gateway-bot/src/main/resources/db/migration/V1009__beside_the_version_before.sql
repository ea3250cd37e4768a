-- Instances of the version before remember files by the old key while they are being replaced. So documents, which keep
-- their name, have a table of their own.
create table document_file_id (
    sha256    text not null,
    file_name text not null,
    file_id   text not null,
    primary key (sha256, file_name)
);
insert into document_file_id (sha256, file_name, file_id)
select sha256, file_name, file_id from media_file_id where kind = 'DOCUMENT' and file_name <> '';
delete from media_file_id where kind = 'DOCUMENT';
alter table media_file_id drop constraint media_file_id_pkey;
alter table media_file_id add primary key (sha256, kind);
alter table media_file_id drop column file_name;

-- As before, but the row of a chat that is being forgotten at this moment counts, too.
create or replace function take_turn(chat bigint, chat_step interval, chat_burst int, step interval, burst int, ahead interval,
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
        select paid_until into paid_by_chat from pace where chat_id = chat for update;
        if not found then
            insert into pace (chat_id) values (chat)
            on conflict (chat_id) do update set chat_id = excluded.chat_id returning paid_until into paid_by_chat;
        end if;
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
