-- A card can be several messages: this is the last of them, with the buttons. One that is not whole yet is only there
-- to be gone on with.
alter table card_message add column earlier bigint[] not null default '{}';
alter table card_message add column whole boolean not null default true;

-- A document that Telegram has keeps its name, so the same content under another name is another document.
alter table media_file_id add column file_name text not null default '';
alter table media_file_id drop constraint media_file_id_pkey;
alter table media_file_id add primary key (sha256, kind, file_name);
